import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import type { Readable } from 'node:stream';

/** Where files lie. The built-in one is a folder; another (an object store) needs only these three. */
export type Storage = {
  put: (key: string, bytes: Uint8Array) => Promise<void>;
  read: (key: string) => Readable;
  remove: (key: string) => Promise<void>;
};

/** Files below `folder`; a file appears whole or not at all, and is on the disk before `put` answers. */
export function folderStorage(folder: string): Storage {
  const place = (key: string) => {
    const path = resolve(folder, key);
    if (!path.startsWith(resolve(folder) + sep)) throw new Error(`storage key leaves the folder: ${key}`);
    return path;
  };
  return {
    put: async (key, bytes) => {
      const path = place(key);
      await mkdir(dirname(path), { recursive: true });
      const temporary = join(dirname(path), `.${randomBytes(8).toString('hex')}.part`);
      const handle = await open(temporary, 'wx');
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(temporary, path);
    },
    read: (key) => createReadStream(place(key)),
    remove: (key) => rm(place(key), { force: true }),
  };
}
