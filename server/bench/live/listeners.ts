import { fork } from 'node:child_process';
import { join } from 'node:path';
import { type ListenerAnswer, type ListenerOrder, listenerAnswer } from './listener-orders.ts';

export type Listeners = { ask: (order: ListenerOrder) => Promise<Exclude<ListenerAnswer, { kind: 'failed' }>>; stop: () => void };

/** A process of its own that holds every stream, so that writing and hearing do not wait for one another. */
export function startListeners(): Listeners {
  const child = fork(join(import.meta.dirname, 'listener-process.ts'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  return {
    ask: (order) =>
      new Promise((done, fail) => {
        const gone = (code: number | null) => fail(new Error(`The listening process ended with ${code}.`));
        child.once('exit', gone);
        child.once('message', (message) => {
          child.off('exit', gone);
          const answer = listenerAnswer.parse(message);
          if (answer.kind === 'failed') fail(new Error(answer.message));
          else done(answer);
        });
        child.send(order);
      }),
    stop: () => child.disconnect(),
  };
}
