import { useEffect, useState } from 'react';
import { readPhoto } from './kept-photo.ts';

/** Addresses of kept photos for <img>; null until read, or when the device has it no more. */
export function usePhotoUrls(ids: readonly string[]): ReadonlyMap<string, string> {
  const [urls, setUrls] = useState<ReadonlyMap<string, string>>(new Map());
  const key = ids.join();
  useEffect(() => {
    const made: string[] = [];
    let gone = false;
    const wanted = key === '' ? [] : key.split(',');
    void Promise.all(wanted.map(readPhoto)).then((photos) => {
      if (gone) return;
      const next = new Map<string, string>();
      for (const photo of photos) {
        if (!photo) continue;
        const url = URL.createObjectURL(photo.blob);
        made.push(url);
        next.set(photo.id, url);
      }
      setUrls(next);
    });
    return () => {
      gone = true;
      for (const url of made) URL.revokeObjectURL(url);
    };
  }, [key]);
  return urls;
}
