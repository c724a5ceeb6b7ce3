import type { RequestCtx } from '#server/platform/context.ts';
import { normalizePhone } from '#shared/identity/phone-number.ts';
import { identityRefusal } from '../identity-refusal.ts';

/** The last texts the built-in gateway "sent" to one phone; exists in the demo only. */
export async function readDevelopmentInbox(ctx: RequestCtx, input: { phone: string }): Promise<{ text: string; at: number }[]> {
  if (!ctx.demo) throw identityRefusal('demoOnly', 'notFound');
  const rows = await ctx.db.developmentSms.findMany({
    where: { phone: normalizePhone(input.phone) },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: 5,
  });
  return rows.map(({ text, at }) => ({ text, at: at.getTime() }));
}
