import { AsyncLocalStorage } from 'node:async_hooks';

const delivery = new AsyncLocalStorage<(code: string) => Promise<void>>();

/** Runs `work`; a one-time code made inside it goes to `send`, which knows the real phone number. */
export function withCodeDelivery<T>(send: (code: string) => Promise<void>, work: () => Promise<T>): Promise<T> {
  return delivery.run(send, work);
}

export async function deliverCode(code: string): Promise<void> {
  const send = delivery.getStore();
  if (!send) throw new Error('a one-time code was made outside a request for one');
  await send(code);
}
