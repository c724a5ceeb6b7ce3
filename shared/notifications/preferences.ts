import * as z from 'zod/mini';
import { type Channel, channel, type NoticeKind } from './notifications-schema.ts';

const minuteOfDay = z.int().check(z.gte(0), z.lte(1439));
const chosen = z.array(channel);

/** How somebody wants to be told: channels by kind of notice, quiet hours and digest in minutes of the own day. */
export const preferences = z.object({
  channels: z.object({ task: chosen, answer: chosen, progress: chosen, reminder: chosen, escalation: chosen }),
  /** nothing goes out from `from` to `to` (over midnight too), emergencies aside; null = at any hour */
  quietHours: z.nullable(z.object({ from: minuteOfDay, to: minuteOfDay })),
  /** what may wait comes in one e-mail a day at this minute; null = each by itself */
  digestAt: z.nullable(minuteOfDay),
});
export type Preferences = z.infer<typeof preferences>;

/** What holds for whoever never chose: work by e-mail and WeCom, answers to residents by SMS, quiet from 22:00 to 07:00, no digest. */
export const defaultPreferences: Preferences = {
  channels: {
    task: ['email', 'wecom'],
    answer: ['sms', 'email'],
    progress: [],
    reminder: ['email', 'wecom'],
    escalation: ['email', 'sms', 'wecom'],
  } satisfies Record<NoticeKind, Channel[]>,
  quietHours: { from: 22 * 60, to: 7 * 60 },
  digestAt: null,
};

/** Errors: `emailInvalid`, `wecomInvalid`. An absent address stays as it is, null takes it away. */
export const savePreferencesInput = z.object({
  preferences,
  email: z.optional(z.nullable(z.string().check(z.trim(), z.maxLength(254), z.email('emailInvalid')))),
  wecom: z.optional(z.nullable(z.string().check(z.trim(), z.regex(/^[A-Za-z0-9][A-Za-z0-9_.@-]{0,63}$/, 'wecomInvalid')))),
});
export type SavePreferencesInput = z.infer<typeof savePreferencesInput>;

export const testMessageInput = z.object({ channel });
