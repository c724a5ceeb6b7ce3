import { createTransport } from 'nodemailer';
import type { Carrier } from './carrier.ts';

const TIMEOUT_MS = 10_000;

/** E-mail over SMTP, plain text. The message's id stands in `Message-ID`, so that a second try of a lost answer is seen as the same mail. */
export function mailCarrier({ url, from, host }: { url: string; from: string; host: string }): Carrier {
  const transport = createTransport({ url, connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS });
  return {
    send: async ({ id, to, subject, text, link }) => {
      await transport.sendMail({
        ...{ from, to, subject, messageId: `<${id}@${host}>`, disableFileAccess: true, disableUrlAccess: true },
        text: link === null ? text : `${text}\n\n${link}\n`,
      });
    },
  };
}
