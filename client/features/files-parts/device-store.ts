/** What this device keeps until the server has it: photos and the writes they belong to. One IndexedDB for all pages of the site. */
const name = 'gridwhistle';
const version = 1;
export const deviceStores = ['photos', 'pending'] as const;
export type DeviceStore = (typeof deviceStores)[number];

let opening: Promise<IDBDatabase> | null = null;

function open(): Promise<IDBDatabase> {
  opening ??= new Promise<IDBDatabase>((done, fail) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => {
      for (const store of deviceStores) {
        if (!request.result.objectStoreNames.contains(store)) request.result.createObjectStore(store, { keyPath: 'id' });
      }
    };
    request.onsuccess = () => {
      // another tab brings a newer layout: let it, and open again at the next use
      request.result.onversionchange = () => {
        request.result.close();
        opening = null;
      };
      done(request.result);
    };
    request.onerror = () => fail(request.error ?? new Error('the device keeps nothing'));
  }).catch((error: unknown) => {
    opening = null;
    throw error;
  });
  return opening;
}

async function run<T>(store: DeviceStore, mode: IDBTransactionMode, work: (objects: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  return new Promise<T>((done, fail) => {
    // strict: the promise holds only once the disk has it
    const transaction = database.transaction(store, mode, { durability: 'strict' });
    const request = work(transaction.objectStore(store));
    transaction.oncomplete = () => done(request.result);
    transaction.onabort = () => fail(transaction.error ?? new Error('the device keeps nothing'));
  });
}

/** Keeps or replaces one record; its `id` is the key. Rejects when the device has no room or allows no storage. */
export async function keep(store: DeviceStore, record: { id: string }): Promise<void> {
  await run(store, 'readwrite', (objects) => objects.put(record));
}

export async function drop(store: DeviceStore, id: string): Promise<void> {
  await run(store, 'readwrite', (objects) => objects.delete(id));
}

/** Records are read back as unknown: an older build may have written them. */
export function readKept(store: DeviceStore, id: string): Promise<unknown> {
  return run(store, 'readonly', (objects) => objects.get(id));
}

export function readAllKept(store: DeviceStore): Promise<unknown[]> {
  return run(store, 'readonly', (objects) => objects.getAll());
}
