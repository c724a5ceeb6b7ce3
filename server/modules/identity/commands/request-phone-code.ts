import { withCodeDelivery } from '#server/platform/auth/code-delivery.ts';
import type { RequestCtx } from '#server/platform/context.ts';
import { newId } from '#server/platform/ids.ts';
import type { PhoneCodeRequest } from '#shared/identity/sign-in-schema.ts';
import { identityRefusal } from '../identity-refusal.ts';

/** Sends a one-time code to the phone; valid for 10 minutes. Refuses with `tooManyTries`, `smsNotSent`. Answers alike for known and unknown phones. */
export async function requestPhoneCode(ctx: RequestCtx, input: PhoneCodeRequest): Promise<{ validMinutes: number; resendSeconds: number }> {
  const blind = ctx.cipher.blindIndex(input.phone);
  await ctx.auth.limits.take('code', { account: blind, ip: ctx.request.ip });
  const text = (code: string) =>
    ctx.locale === 'zh'
      ? `【网格哨】验证码 ${code}，10 分钟内有效。不要告诉别人。`
      : `[Gridwhistle] Your code is ${code}, valid for 10 minutes. Do not share it.`;
  const send = (code: string) => sendCode(ctx, { phone: input.phone, text: text(code) });
  try {
    await withCodeDelivery(send, () => ctx.auth.sessions.api.sendPhoneNumberOTP({ body: { phoneNumber: blind } }));
  } catch (error) {
    ctx.log.error({ err: error }, 'code not sent');
    throw identityRefusal('smsNotSent', 'conflict');
  }
  return { validMinutes: 10, resendSeconds: 60 };
}

/** By the one way texts go out. */
async function sendCode({ carriers, locale }: RequestCtx, { phone, text }: { phone: string; text: string }): Promise<void> {
  if (!carriers.sms) throw new Error('no SMS gateway is configured');
  const id = newId();
  await carriers.sms.send({ id, key: id, to: phone, subject: locale === 'zh' ? '验证码' : 'Code', text, link: null });
}
