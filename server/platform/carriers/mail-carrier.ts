import { createTransport } from 'nodemailer';
import * as z from 'zod/mini';
import { type Carrier, RefusedForGood } from './carrier.ts';

const TIMEOUT_MS = 10_000;

const finalCode = z.int().check(z.gte(500));
/** The server's answer to a recipient or to the message is final from 500 on (RFC 5321, 4.2.1); to our own sign-in or sender it is not: that is mended here. */
const finalAnswer = z.union([
  z.object({ code: z.literal('EENVELOPE'), command: z.literal('RCPT TO'), responseCode: finalCode }),
  z.object({ code: z.literal('EMESSAGE'), responseCode: finalCode }),
]);

/** E-mail over SMTP, plain text. The message's key stands in `Message-ID`, so that a second try of a lost answer is seen as the same mail. */
export function mailCarrier({ url, from, host }: { url: string; from: string; host: string }): Carrier {
  const transport = createTransport({ url, connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS });
  return {
    send: async ({ key, to, subject, text, link }) => {
      const mail = {
        ...{ from, to, subject, messageId: `<${key}@${host}>`, disableFileAccess: true, disableUrlAccess: true },
        text: link === null ? text : `${text}\n\n${link}\n`,
      };
      await transport.sendMail(mail).catch((error: unknown) => {
        if (error instanceof Error && finalAnswer.safeParse(error).success) throw new RefusedForGood(error.message, { cause: error });
        throw error;
      });
    },
  };
}
