import type { Ctx } from '#server/platform/context.ts';
import { type CaseLine, lineColumns, toLines } from '../case-line.ts';

const MOST = 100;

export type OwnLine = Pick<
  CaseLine,
  | 'id'
  | 'version'
  | 'caseNo'
  | 'state'
  | 'kind'
  | 'title'
  | 'address'
  | 'reportedAt'
  | 'lastEventAt'
  | 'holder'
  | 'nextStep'
  | 'allowedActions'
> & {
  category: CaseLine['names']['category'];
  lead: CaseLine['names']['lead'];
  light: CaseLine['clock']['light'];
  until: number | null;
};

/** The cases somebody is the applicant of, last changed first. */
export async function listOwnCases(ctx: Ctx): Promise<OwnLine[]> {
  const rows = await ctx.db.case.findMany({
    where: { applicantId: ctx.actor.userId },
    orderBy: [{ lastEventAt: 'desc' }, { id: 'desc' }],
    take: MOST,
    select: lineColumns,
  });
  return (await toLines(ctx, rows)).map((line) => {
    const { id, version, caseNo, state, kind, title, address, reportedAt, lastEventAt, holder, nextStep, allowedActions } = line;
    return {
      ...{ id, version, caseNo, state, kind, title, address, reportedAt, lastEventAt, holder, nextStep, allowedActions },
      category: line.names.category,
      lead: line.names.lead,
      light: line.clock.light,
      until: line.clock.nextReviewAt ?? line.clock.due?.at ?? null,
    };
  });
}
