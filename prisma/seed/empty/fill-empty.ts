import { randomBytes } from 'node:crypto';
import type { Platform } from '#server/platform/context.ts';
import { newId } from '#server/platform/ids.ts';
import type { UnitId, UserId } from '#shared/kernel/ids.ts';
import { childPath } from '#shared/territory/path.ts';
import { insertCategories } from '../categories.ts';
import { insertDistrictRules } from '../district-rules.ts';
import { staffAccount } from '../staff-account.ts';

const ROOT_NO = 1;
const TIME_ZONE = 'Asia/Shanghai';

/**
 * One district to be renamed and drawn, its calendar, categories and score scheme, and one administrator. The password is made
 * by chance, said once and kept only as a hash.
 */
export async function fillEmpty(options: { platform: Platform; say: (line: string) => void }): Promise<void> {
  const { platform, say } = options;
  const { db } = platform;
  const now = platform.now();
  const districtId = newId<UnitId>();
  const userId = newId<UserId>();
  const password = randomBytes(12).toString('base64url');
  const { password: passwords } = await platform.auth.sessions.$context;
  const admin = staffAccount({ userId, username: 'admin', name: '管理员', passwordHash: await passwords.hash(password), at: now });
  await db.territoryUnit.create({
    data: {
      id: districtId,
      no: ROOT_NO,
      level: 'district',
      code: '000000',
      name: '本区（请改名）',
      path: childPath(null, ROOT_NO),
      facts: { timeZone: TIME_ZONE },
      validFrom: new Date(now),
    },
  });
  await db.$executeRaw`select setval(pg_get_serial_sequence('territory_unit', 'no'), ${ROOT_NO})`;
  await db.user.create({ data: { ...admin.user, homeUnitId: districtId } });
  await db.account.create({ data: admin.account });
  await db.appointment.create({
    data: { id: newId(), userId, role: 'administrator', unitId: districtId, validFrom: new Date(now), appointedBy: userId },
  });
  await insertDistrictRules(db, { districtId, timeZone: TIME_ZONE, createdBy: userId, now });
  await insertCategories(db, { districtId, departments: new Map(), validFrom: now });
  say(`\n  管理员 Administrator: admin  ${password}\n  This password is shown once. Change it after signing in.`);
}
