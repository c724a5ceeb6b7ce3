import * as z from 'zod/mini';

const receivedMail = z.object({ to: z.array(z.string()), raw: z.string() });
export type ReceivedMail = z.infer<typeof receivedMail>;

/** What a test asks of the mail server: each order is answered with the mails it has. */
export const mailServerOrder = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('mails') }),
  z.object({ kind: z.literal('forget') }),
  /** refuse the next recipient so, once */
  z.object({ kind: z.literal('reply'), code: z.int(), text: z.string() }),
  /** take messages from now on and never answer them */
  z.object({ kind: z.literal('hang') }),
]);
export type MailServerOrder = z.infer<typeof mailServerOrder>;

export const mailServerAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('listening'), port: z.int() }),
  z.object({ kind: z.literal('mails'), mails: z.array(receivedMail) }),
  /** a message has come as a whole and is not answered */
  z.object({ kind: z.literal('receiving') }),
  z.object({ kind: z.literal('trouble'), text: z.string() }),
]);
export type MailServerAnswer = z.infer<typeof mailServerAnswer>;
