import * as z from 'zod/mini';
import { pageInput } from '../kernel/page.ts';

/** What a notice is for its reader; people choose their channels by it. */
export const noticeKinds = ['task', 'answer', 'progress', 'reminder', 'escalation'] as const;
export const noticeKind = z.enum(noticeKinds);
export type NoticeKind = z.infer<typeof noticeKind>;

/**
 * How loud a notice is. `quiet` stays in the inbox (and in the digest), `normal` may wait for the digest, `urgent` may not,
 * `emergency` goes out by every channel that has an address, at any hour.
 */
export const loudnesses = ['quiet', 'normal', 'urgent', 'emergency'] as const;
export const loudness = z.enum(loudnesses);
export type Loudness = z.infer<typeof loudness>;

/** Ways out of the house. The inbox is no channel: whoever is told finds it there always. */
export const channels = ['email', 'sms', 'wecom'] as const;
export const channel = z.enum(channels);
export type Channel = z.infer<typeof channel>;

/** What a notice is about. */
export const subjectTypes = ['case', 'whistle'] as const;
export type SubjectType = (typeof subjectTypes)[number];

/** A filter of the inbox; the unread count is the size of `{unread: true}`. */
export const listNoticesInput = z.extend(pageInput, {
  cursor: z.optional(z.uuid()),
  unread: z._default(z.boolean(), false),
  kind: z.optional(noticeKind),
});
export type ListNoticesInput = z.infer<typeof listNoticesInput>;

/** Some notices, or all up to and with one (by default of every kind). */
export const markReadInput = z.union([
  z.object({ ids: z.array(z.uuid()).check(z.minLength(1), z.maxLength(200)) }),
  z.object({ upTo: z.uuid(), kind: z.optional(noticeKind) }),
]);
export type MarkReadInput = z.infer<typeof markReadInput>;
