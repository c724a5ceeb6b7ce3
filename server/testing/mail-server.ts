import { fork } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../platform/env.ts';
import { type MailServerAnswer, type MailServerOrder, mailServerAnswer, type ReceivedMail } from './mail-server-orders.ts';

export type MailServer = {
  port: number;
  /** the address to send through, with a password that need not be the right one */
  url: (password?: string) => string;
  /** what has come since it was last asked to forget */
  mails: () => Promise<ReceivedMail[]>;
  order: (order: MailServerOrder) => Promise<ReceivedMail[]>;
  /** when a message has come that it does not answer */
  receiving: () => Promise<void>;
  kill: () => Promise<void>;
};

const PASSWORD = 'wangge-mail-2026';

/** Starts a mail server process; at a given port again after it was killed. */
export async function startMailServer(port = 0): Promise<MailServer> {
  const child = fork(join(projectRoot, 'server/testing/mail-server-process.ts'), [], {
    ...{ execArgv: [], silent: true },
    env: { PATH: process.env['PATH'], MAIL_PORT: String(port), MAIL_PASSWORD: PASSWORD },
  });
  let words = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    words += chunk.toString();
  });
  const next = <K extends MailServerAnswer['kind']>(kind: K): Promise<Extract<MailServerAnswer, { kind: K }>> =>
    new Promise((done, fail) => {
      const gone = (code: number | null) => fail(new Error(`The mail server ended with ${code}: ${words}`));
      const listen = (message: unknown) => {
        const answer = mailServerAnswer.parse(message);
        if (answer.kind !== kind) return;
        child.off('message', listen);
        child.off('exit', gone);
        done(answer as Extract<MailServerAnswer, { kind: K }>);
      };
      child.on('message', listen);
      child.once('exit', gone);
    });
  const order = async (asked: MailServerOrder) => {
    const answer = next('mails');
    child.send(asked);
    return (await answer).mails;
  };
  const { port: own } = await next('listening');
  return {
    port: own,
    // the process makes its certificate itself
    url: (password = PASSWORD) => `smtp://gridwhistle:${password}@127.0.0.1:${own}/?requireTLS=true&tls.rejectUnauthorized=false`,
    mails: () => order({ kind: 'mails' }),
    order,
    receiving: async () => {
      await next('receiving');
    },
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exit = new Promise((done) => child.once('exit', done));
      child.kill('SIGKILL');
      await exit;
    },
  };
}
