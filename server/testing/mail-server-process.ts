import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { type MailServerAnswer, type MailServerOrder, mailServerOrder, type ReceivedMail } from './mail-server-orders.ts';

/**
 * A mail server as a process of its own: it speaks STARTTLS, lets in only who signs in with `MAIL_PASSWORD`, and answers recipients and
 * messages as it was told. `MAIL_PORT` 0 = any free one.
 */
const [port, password] = [Number(process.env['MAIL_PORT']), process.env['MAIL_PASSWORD']];
const mails: ReceivedMail[] = [];
const replies: { code: number; text: string }[] = [];
let hangs = false;

const say = (answer: MailServerAnswer) => process.send?.(answer);

const server = new SMTPServer({
  authMethods: ['PLAIN', 'LOGIN'],
  onAuth: (auth, _session, done) => {
    if (auth.username === 'gridwhistle' && auth.password === password) done(null, { user: auth.username });
    else done(new Error('that is not the password'));
  },
  onRcptTo: (_address, _session, done) => {
    const reply = replies.shift();
    done(reply ? Object.assign(new Error(reply.text), { responseCode: reply.code }) : undefined);
  },
  onData: (stream, session, done) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      if (hangs) {
        say({ kind: 'receiving' });
        return;
      }
      mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks).toString('utf8') });
      done();
    });
  },
});
server.on('error', (error) => say({ kind: 'trouble', text: error.message }));

function obey(order: MailServerOrder): void {
  if (order.kind === 'reply') replies.push(order);
  if (order.kind === 'forget') mails.length = 0;
  if (order.kind === 'hang') hangs = true;
  say({ kind: 'mails', mails });
}

process.on('message', (message) => obey(mailServerOrder.parse(message)));
process.on('disconnect', () => process.exit(0));
server.listen(port, '127.0.0.1');
await once(server.server, 'listening');
say({ kind: 'listening', port: (server.server.address() as AddressInfo).port });
