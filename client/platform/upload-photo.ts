import type { PhotoPurpose } from '#shared/files/files-schema.ts';
import type { FoundPosition } from './use-position.ts';

export type PhotoUpload = {
  /** client-made id: sending the same photo again is harmless */
  id: string;
  purpose: PhotoPurpose;
  capturedAt: number;
  position: Pick<FoundPosition, 'lng' | 'lat' | 'accuracyM'> | null;
  signal?: AbortSignal;
  onProgress?: (sent: number, of: number) => void;
};
export type UploadAnswer =
  | { ok: true }
  | { ok: false; reason: 'offline' | 'signedOut' | 'tooLarge' | 'notAPicture' | 'refused' | 'aborted'; status: number };

/** Attempts for one call; the outbox has its own, longer patience. */
const attempts = 3;
const firstPause = 800;

/** Where a photo goes: its evidence travels in the address, the body is the JPEG alone. */
export function uploadAddress({ id, purpose, capturedAt, position }: PhotoUpload): string {
  const query = new URLSearchParams({ id, purpose, capturedAt: String(capturedAt) });
  if (position) {
    query.set('lng', position.lng.toFixed(7));
    query.set('lat', position.lat.toFixed(7));
    if (position.accuracyM !== null) query.set('accuracyM', String(Math.round(position.accuracyM)));
  }
  return `/files?${query}`;
}

/** Sends a photo, again after a pause when the line or the server failed. Never throws for a failed sending. */
export async function uploadPhoto(photo: Blob, upload: PhotoUpload): Promise<UploadAnswer> {
  for (let attempt = 1; ; attempt += 1) {
    const status = await send(photo, upload);
    const answer = readStatus(status, upload.signal?.aborted ?? false);
    const worthRetry = !answer.ok && answer.reason === 'offline' && attempt < attempts;
    if (!worthRetry) return answer;
    await new Promise((resume) => setTimeout(resume, firstPause * 2 ** (attempt - 1)));
  }
}

/** What an HTTP status means for the sender; 0 and 5xx are worth another try. */
export function readStatus(status: number, aborted: boolean): UploadAnswer {
  if (aborted) return { ok: false, reason: 'aborted', status };
  if (status >= 200 && status < 300) return { ok: true };
  if (status === 0 || status >= 500 || status === 429) return { ok: false, reason: 'offline', status };
  if (status === 401) return { ok: false, reason: 'signedOut', status };
  if (status === 413) return { ok: false, reason: 'tooLarge', status };
  if (status === 415 || status === 422) return { ok: false, reason: 'notAPicture', status };
  return { ok: false, reason: 'refused', status };
}

function send(body: Blob, upload: PhotoUpload): Promise<number> {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    const stop = () => request.abort();
    const end = () => {
      upload.signal?.removeEventListener('abort', stop);
      done(request.status);
    };
    request.open('POST', uploadAddress(upload));
    request.setRequestHeader('content-type', 'image/jpeg');
    request.timeout = 120_000;
    request.upload.onprogress = (event) => upload.onProgress?.(event.loaded, event.total);
    request.onloadend = end;
    upload.signal?.addEventListener('abort', stop, { once: true });
    if (upload.signal?.aborted) end();
    else request.send(body);
  });
}
