import { readCalendar } from '#server/modules/calendar/index.ts';
import type { Tx } from '#server/platform/db.ts';
import type { DepartmentId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { wallTime } from '#shared/notifications/case-dues.ts';
import type { NoticeParams } from '#shared/notifications/notices.i18n.ts';

export type Filled = { no: string | null; due: Instant | null; unitId: DepartmentId | null };

/** Fills sentences: a number, a unit's name, a time of the district's wall clock. */
export async function noticeParams(
  tx: Tx,
  { districtId, unitIds }: { districtId: string; unitIds: readonly DepartmentId[] },
): Promise<(filled: Filled) => NoticeParams> {
  const { timeZone } = await readCalendar(tx, districtId);
  const rows = await tx.department.findMany({ where: { id: { in: [...unitIds] } }, select: { id: true, nameZh: true, nameEn: true } });
  const names = new Map<string | null, NoticeParams['unit']>(rows.map(({ id, nameZh, nameEn }) => [id, { zh: nameZh, en: nameEn }]));
  return ({ no, due, unitId }) => {
    const unit = names.get(unitId);
    return { ...(no === null ? {} : { no }), ...(unit ? { unit } : {}), ...(due === null ? {} : { due: wallTime(timeZone, due) }) };
  };
}
