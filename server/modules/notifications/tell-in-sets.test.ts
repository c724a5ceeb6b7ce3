import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FiredMark } from '#server/modules/clocks/index.ts';
import type { Prisma } from '#server/platform/db.ts';
import { newId } from '#server/platform/ids.ts';
import { type CaseFixture, openCaseFixture, streetLamp } from '#server/testing/case-fixture.ts';
import { countedStatements } from '#server/testing/counted-statements.ts';
import { townBuilder } from '#server/testing/town-builder.ts';
import { limitHolder } from '#shared/clocks/clocks-schema.ts';
import { DAY } from '#shared/kernel/time.ts';
import { defaultPreferences } from '#shared/notifications/preferences.ts';
import { queueDigests } from './commands/queue-digests.ts';
import { tellMarks } from './index.ts';

const UNITS = 40;
let at: CaseFixture;
/** Departments with a handler and a lead each, all of them with an address on every channel. */
const units: { id: string; people: string[] }[] = [];
let pattern: Prisma.CaseGetPayload<object>;

beforeAll(async () => {
  at = await openCaseFixture();
  const { db, cipher } = at.test.platform;
  const town = townBuilder(at.test);
  for (let no = 0; no < UNITS; no += 1) {
    const departmentId = await town.department(`unit ${no}`, 'department', at.units.district.id);
    const own = (role: 'departmentHandler' | 'departmentLead', phone: number) =>
      town.person({ name: `王${phone}`, phone: String(phone), role, departmentId });
    const people = [await own('departmentHandler', 18_800_010_000 + no), await own('departmentLead', 18_800_020_000 + no)];
    const preference = { preferences: defaultPreferences, updatedAt: new Date(at.test.clock.now) };
    const addresses = { emailSealed: cipher.seal(`unit${no}@example.cn`), wecomSealed: cipher.seal(`unit${no}`) };
    await db.notificationPreference.createMany({ data: people.map((userId) => ({ userId, ...preference, ...addresses })) });
    units.push({ id: departmentId, people });
  }
  const id = await at.submit('resident');
  await at.act('dispatcher', id, {
    ...{ action: 'register', kind: 'report', urgency: 'normal', categoryScheme: streetLamp.scheme, categoryCode: streetLamp.code },
    ...{ point: null, address: null, unitId: null, duplicateOfId: null, notDuplicate: true },
  });
  await at.act('streetOperator', id, { action: 'dispatch', leadUnitId: at.departments.works, supportUnitIds: [], note: '' });
  pattern = await db.case.findUniqueOrThrow({ where: { id } });
});
afterAll(() => at.close());

/** So many dispatched cases, led by so many units in turn, and the mark that the limit of each has reached. */
async function marksOf(count: number, leading: number): Promise<FiredMark[]> {
  const led = Array.from({ length: count }, (_, index) => ({ id: newId<string>(), unitId: units[index % leading]?.id ?? '' }));
  const { snapshot, ...row } = pattern;
  await at.test.platform.db.case.createMany({
    data: led.map(({ id, unitId }) => ({
      ...{ ...row, id, caseNo: null, leadUnitId: unitId, grams: [] },
      snapshot: { ...(snapshot as Prisma.JsonObject), id, leadUnitId: unitId },
    })),
  });
  const { now } = at.test.clock;
  return led.map(({ id, unitId }) => {
    const holder = limitHolder.parse({ kind: 'department', departmentId: unitId });
    const departmentId = holder.kind === 'department' ? holder.departmentId : null;
    return {
      ...{ id: newId<string>(), aggregateType: 'case', aggregateId: id, districtId: at.districtId, key: 'sign', mark: 'due100' },
      ...{ from: now, dueAt: now, plannedAt: now, firedAt: now, emergency: true, holder },
      escalates: { departmentId, unitPath: at.units.n1.path },
    };
  });
}

const carrier = { send: () => Promise.reject(new Error('nothing is sent here')) };

test('two hundred marks are told in as many statements as twenty, each person by every channel once', async () => {
  const counted = countedStatements(at.test);
  const platform = { ...counted.platform, carriers: { email: carrier, sms: carrier, wecom: carrier } };
  const told = async (count: number, leading: number) => {
    const marks = await marksOf(count, leading);
    counted.statements.length = 0;
    await tellMarks(platform, marks);
    return { marks, statements: [...counted.statements] };
  };
  try {
    const few = await told(20, 5);
    const many = await told(200, UNITS);
    expect(many.statements).toHaveLength(few.statements.length);
    expect(many.statements.filter((statement) => statement === 'COMMIT')).toHaveLength(1);
    expect(many.statements.length).toBeLessThan(30);
    const { db } = at.test.platform;
    const subjectId = { in: many.marks.map(({ aggregateId }) => aggregateId) };
    const notices = await db.notification.findMany({ where: { subjectId } });
    const heard = Map.groupBy(notices, (notice) => notice.subjectId);
    for (const { aggregateId, holder } of many.marks) {
      const unit = units.find(({ id }) => holder.kind === 'department' && id === holder.departmentId);
      expect(
        heard
          .get(aggregateId)
          ?.map(({ userId }) => userId)
          .sort(),
      ).toEqual(unit?.people.toSorted());
    }
    const messages = await db.notificationDelivery.groupBy({
      by: ['channel', 'state'],
      where: { notificationId: { in: notices.map(({ id }) => id) } },
      _count: true,
      orderBy: { channel: 'asc' },
    });
    expect(messages.map(({ channel, state, _count }) => `${channel} ${state} ${_count}`)).toEqual(
      ['email', 'sms', 'wecom'].map((channel) => `${channel} waiting ${notices.length}`),
    );
    await tellMarks(platform, many.marks);
    expect(await db.notification.count({ where: { subjectId } })).toBe(notices.length);
  } finally {
    await counted.close();
  }
});

test('eighty digests are queued in as many statements as ten, once a day, and a minute without any costs next to none', async () => {
  const counted = countedStatements(at.test);
  const platform = { ...counted.platform, carriers: { email: carrier, sms: null, wecom: null } };
  const { db } = at.test.platform;
  const readers = units.flatMap(({ people }) => people);
  const queued = async () => {
    counted.statements.length = 0;
    return { count: await queueDigests(platform), statements: counted.statements.length };
  };
  try {
    const day = (userIds: string[]) =>
      db.notificationPreference.updateMany({ where: { userId: { in: userIds } }, data: { digestMinute: 8 * 60 } });
    await day(readers.slice(0, 10));
    const few = await queued();
    await day(readers);
    const many = await queued();
    expect([few.count, many.count]).toEqual([10, readers.length - 10]);
    expect(many.statements).toBe(few.statements);
    expect(await queued()).toEqual({ count: 0, statements: 2 });
    at.test.clock.advance(DAY);
    expect((await queued()).count).toBe(readers.length);
  } finally {
    await counted.close();
  }
});
