import * as z from 'zod/mini';
import { phone } from '../identity/sign-in-schema.ts';
import { userId } from '../kernel/ids.ts';
import { pageInput } from '../kernel/page.ts';
import { instant } from '../kernel/time.ts';

/** `revealed`: personal data were shown; `refused`: somebody was turned away; `failed`: it broke; `done`: it was carried out. */
export const auditOutcomes = ['revealed', 'refused', 'done', 'failed'] as const;
export const auditOutcome = z.enum(auditOutcomes);
export type AuditOutcome = z.infer<typeof auditOutcome>;

/**
 * Lines of the audit trail, newest first. `caseNo` or `phone` narrow to one case or to the cases of one phone number (looked up by its
 * blind index, never stored); `personId` is who acted. Instants are [from, to). Error: `phoneInvalid`, `caseNoInvalid`.
 */
export const listAuditInput = z.extend(pageInput, {
  caseNo: z.optional(z.string().check(z.trim(), z.regex(/^\d{4}-\d{4,8}$/, 'caseNoInvalid'))),
  phone: z.optional(phone),
  personId: z.optional(userId),
  outcome: z.optional(auditOutcome),
  from: z.optional(instant),
  to: z.optional(instant),
});
export type ListAuditInput = z.infer<typeof listAuditInput>;

/** What a line is about, in words a page can show. */
export type AuditSubject = { kind: 'case' | 'unit' | 'person' | 'other'; id: string; label: string | null };

/** `why` = the reason given by who looked; `code` = the code of a refusal. */
export type AuditRow = {
  id: string;
  at: number;
  action: string;
  outcome: AuditOutcome;
  code: string | null;
  why: string | null;
  actor: { id: string; name: string } | null;
  subject: AuditSubject | null;
};
