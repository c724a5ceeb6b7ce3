import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

export type CameraState = 'opening' | 'live' | 'refused' | 'none';

/** The camera inside the page: leaving for the system's camera kills the page on small tablets. Closed when the page goes. */
export function useCamera(): { video: RefObject<HTMLVideoElement | null>; state: CameraState; take: () => Promise<Blob | null> } {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<CameraState>('opening');
  useEffect(() => {
    let stream: MediaStream | null = null;
    let gone = false;
    const close = () => {
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    const open = async () => {
      if (!navigator.mediaDevices?.getUserMedia) {
        setState('none');
        return;
      }
      try {
        stream = await navigator.mediaDevices.getUserMedia({
          audio: false,
          video: { facingMode: 'environment', width: { ideal: 1920 }, height: { ideal: 1440 } },
        });
        if (gone) {
          close();
          return;
        }
        if (video.current) {
          video.current.srcObject = stream;
          await video.current.play();
        }
        setState('live');
      } catch (error) {
        if (!gone) setState(error instanceof DOMException && error.name === 'NotAllowedError' ? 'refused' : 'none');
      }
    };
    void open();
    return () => {
      gone = true;
      close();
    };
  }, []);
  const take = useCallback(async () => {
    const source = video.current;
    if (!source || source.videoWidth === 0) return null;
    const canvas = document.createElement('canvas');
    canvas.width = source.videoWidth;
    canvas.height = source.videoHeight;
    canvas.getContext('2d')?.drawImage(source, 0, 0);
    return new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.92));
  }, []);
  return { video, state, take };
}
