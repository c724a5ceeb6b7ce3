import { readCalendar } from '#server/modules/calendar/index.ts';
import type { Tx } from '#server/platform/db.ts';
import type { CaseSnapshot } from '#shared/cases/cases-schema.ts';
import { noticeDue, wallTime } from '#shared/notifications/case-dues.ts';
import type { NoticeParams, NoticeTopic } from '#shared/notifications/notices.i18n.ts';

export type ParamsOf = (topic: NoticeTopic, about: { after: CaseSnapshot; no: string | null }) => NoticeParams;

/** What the sentences about a case are filled with: number, lead unit, a time of its district's wall clock. */
export async function paramsOfCase(tx: Tx, { id, leadUnitId }: CaseSnapshot): Promise<ParamsOf> {
  const { districtId } = await tx.case.findUniqueOrThrow({ where: { id }, select: { districtId: true } });
  const { timeZone } = await readCalendar(tx, districtId);
  const lead = leadUnitId === null ? null : await tx.department.findUnique({ where: { id: leadUnitId } });
  return (topic, { after, no }) => {
    const due = noticeDue(topic, after);
    return {
      ...(no === null ? {} : { no }),
      ...(lead && lead.id === after.leadUnitId ? { unit: { zh: lead.nameZh, en: lead.nameEn } } : {}),
      ...(due === null ? {} : { due: wallTime(timeZone, due) }),
    };
  };
}
