import { maskedNamesOf } from '#server/modules/identity/index.ts';
import { writeAudit } from '#server/platform/audit.ts';
import type { Ctx } from '#server/platform/context.ts';
import { Prisma } from '#server/platform/db.ts';
import { notFound } from '#server/platform/errors.ts';
import type { AuditOutcome, AuditRow, AuditSubject, ListAuditInput } from '#shared/audit/audit-schema.ts';
import type { Page } from '#shared/kernel/page.ts';
import { auditPaths, auditScope, caseBelow } from '../audit-scope.ts';

type Line = {
  id: bigint;
  at: Date;
  actorId: string | null;
  action: string;
  outcome: string;
  code: string | null;
  why: string | null;
  aggregateType: string | null;
  aggregateId: string | null;
  caseId: string | null;
  caseNo: string | null;
  title: string | null;
  unit: string | null;
};

/**
 * Who did or saw what below the units of an administrator or auditor, newest first. A look-up by phone number leaves a line of its own,
 * because it tells which cases belong to the number. Refuses `notFound` to everybody else.
 */
export async function listAudit(ctx: Ctx, input: ListAuditInput): Promise<Page<AuditRow>> {
  const paths = auditPaths(ctx.actor);
  if (paths.length === 0) throw notFound('audit');
  if (input.phone && !input.cursor)
    await writeAudit(ctx.db, { at: ctx.now(), actorId: ctx.actor.userId, action: 'audit.searchPhone', outcome: 'revealed' });
  const lines = await ctx.db.$queryRaw<Line[]>(Prisma.sql`
    select l."id", l."at", l."actor_id" as "actorId", l."action", l."outcome", l."code", l."detail"->>'why' as "why",
      l."aggregate_type" as "aggregateType", l."aggregate_id" as "aggregateId",
      c."id" as "caseId", c."case_no" as "caseNo", c."title", t."name" as "unit"
    from "audit_line" l
    left join "case" c on c."id" = case l."aggregate_type"
      when 'case' then l."aggregate_id" when 'file' then (l."detail"->>'caseId')::uuid end and ${caseBelow(paths)}
    left join "territory_unit" t on t."id" = l."aggregate_id" and l."aggregate_type" in ('territoryUnit', 'district')
    where ${Prisma.join([auditScope(paths), ...narrowed(ctx, input)], ' and ')}
    order by l."id" desc
    limit ${input.limit + 1}`);
  const page = lines.slice(0, input.limit);
  const people = page.flatMap(({ actorId, aggregateType, aggregateId }) => [actorId, aggregateType === 'user' ? aggregateId : null]);
  const names = await maskedNamesOf(
    ctx.db,
    people.flatMap((id) => id ?? []),
  );
  return {
    rows: page.map((line) => toRow(line, names)),
    nextCursor: lines.length > input.limit ? String(page.at(-1)?.id ?? '') : null,
  };
}

function narrowed(ctx: Ctx, { caseNo, phone, personId, outcome, from, to, cursor }: ListAuditInput): Prisma.Sql[] {
  const conditions: (Prisma.Sql | null)[] = [
    caseNo === undefined ? null : Prisma.sql`c."case_no" = ${caseNo}`,
    phone === undefined
      ? null
      : Prisma.sql`exists (select 1 from "case_applicant" p where p."case_id" = c."id" and p."phone_blind" = ${ctx.cipher.blindIndex(phone)})`,
    personId === undefined ? null : Prisma.sql`l."actor_id" = ${personId}::uuid`,
    outcome === undefined ? null : Prisma.sql`l."outcome" = ${outcome}`,
    from === undefined ? null : Prisma.sql`l."at" >= ${new Date(from)}`,
    to === undefined ? null : Prisma.sql`l."at" < ${new Date(to)}`,
    cursor !== undefined && /^\d{1,18}$/.test(cursor) ? Prisma.sql`l."id" < ${BigInt(cursor)}` : null,
  ];
  return conditions.flatMap((condition) => condition ?? []);
}

function toRow(line: Line, names: ReadonlyMap<string, string>): AuditRow {
  return {
    id: String(line.id),
    at: line.at.getTime(),
    action: line.action,
    outcome: line.outcome as AuditOutcome,
    code: line.code,
    why: line.why,
    actor: line.actorId === null ? null : { id: line.actorId, name: names.get(line.actorId) ?? '' },
    subject: subjectOf(line, names),
  };
}

function subjectOf(
  { aggregateType, aggregateId, caseId, caseNo, title, unit }: Line,
  names: ReadonlyMap<string, string>,
): AuditSubject | null {
  if (aggregateId === null) return null;
  if (caseId !== null) return { kind: 'case', id: caseId, label: [caseNo, title].filter(Boolean).join(' ') };
  if (aggregateType === 'user') return { kind: 'person', id: aggregateId, label: names.get(aggregateId) ?? null };
  if (unit !== null) return { kind: 'unit', id: aggregateId, label: unit };
  return { kind: 'other', id: aggregateId, label: null };
}
