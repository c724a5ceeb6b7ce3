import type { CaseAction } from '../cases/cases-actions.ts';
import type { WhistleAction } from '../dispatch/whistle-actions.ts';
import type { Role } from '../identity/identity-schema.ts';
import type { Instant } from '../kernel/time.ts';
import type { Channel, Loudness, NoticeKind, SubjectType } from './notifications-schema.ts';

/** One line of the inbox. `title` is the record's own, null when the reader may not see the record (any more). */
export type Notice = {
  id: string;
  at: Instant;
  kind: NoticeKind;
  loud: Loudness;
  text: { zh: string; en: string };
  subject: { type: SubjectType; id: string };
  title: string | null;
  does: CaseAction | WhistleAction | null;
  read: boolean;
  settled: boolean;
};

/** Unread notices: all, and by kind. */
export type UnreadCount = { total: number; byKind: Partial<Record<NoticeKind, number>> };

/** A message nobody could deliver, told without address and name: what for, to which post, why. */
export type DeadLetter = {
  id: string;
  at: Instant;
  channel: Channel;
  kind: 'notice' | 'digest' | 'test' | 'door';
  text: { zh: string; en: string } | null;
  role: Role | null;
  tries: number;
  reason: string;
};
