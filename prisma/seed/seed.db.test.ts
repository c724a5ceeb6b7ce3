import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyChains } from '#server/modules/interchange/index.ts';
import type { Db } from '#server/platform/db.ts';
import { openTestPlatform, type TestPlatform } from '#server/testing/test-platform.ts';
import { clockOf } from '#shared/cases/case-clock.ts';
import { type CaseSnapshot, caseSnapshot, caseStates, openStates } from '#shared/cases/cases-schema.ts';
import type { UnitLevel } from '#shared/identity/identity-schema.ts';
import { roles } from '#shared/identity/identity-schema.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import type { UnitId } from '#shared/kernel/ids.ts';
import type { MultiPolygon, Position } from '#shared/kernel/place.ts';
import { checkTerritory } from '#shared/territory/checks.ts';
import { categoryGroups } from './categories.ts';
import { fillDatabase, signInSheet } from './fill-database.ts';
import { readSignIns } from './sign-ins.ts';

const now = Date.parse('2026-11-26T01:42:00Z');
const SLOW = 240_000;

async function filled(kind: 'community' | 'empty', say: (line: string) => void = () => undefined): Promise<TestPlatform> {
  const test = await openTestPlatform({ now });
  await fill(test, kind, say);
  return test;
}

async function fill(test: TestPlatform, kind: 'community' | 'empty', say: (line: string) => void = () => undefined): Promise<void> {
  const { env } = test.platform;
  await fillDatabase({ databaseUrl: test.databaseUrl, content: { kind }, env, say, clock: () => now });
}

async function snapshotsOf(db: Db): Promise<CaseSnapshot[]> {
  const rows = await db.case.findMany({ orderBy: { id: 'asc' }, select: { snapshot: true } });
  return rows.map(({ snapshot }) => caseSnapshot.parse(snapshot));
}

const hashOf = (snapshots: readonly CaseSnapshot[]) => createHash('sha256').update(canonicalJson(snapshots)).digest('hex');

describe('the demo community', () => {
  let test: TestPlatform;
  let snapshots: CaseSnapshot[];
  beforeAll(async () => {
    test = await filled('community');
    snapshots = await snapshotsOf(test.platform.db);
  }, SLOW);
  afterAll(() => test.close());

  it('has the published size: 4 grids, 25 estates, 1565 households', async () => {
    const { db } = test.platform;
    const community = await db.territoryUnit.findFirstOrThrow({ where: { name: '友谊河社区' } });
    const count = (level: UnitLevel) => db.territoryUnit.count({ where: { level, path: { startsWith: community.path } } });
    expect([await count('grid'), await count('estate'), await count('household')]).toEqual([4, 25, 1565]);
    expect(community.facts).toMatchObject({ households: 1565, residents: 4695, population: 9383 });
  });

  it('has a sound territory in which every grid has one worker', async () => {
    const { db } = test.platform;
    const units = await db.territoryUnit.findMany({ include: { boundaries: { where: { validTo: null } } }, orderBy: { no: 'asc' } });
    const posts = await db.appointment.groupBy({ by: ['unitId'], where: { role: 'gridWorker', deputy: false }, _count: { _all: true } });
    const findings = checkTerritory({
      units: units
        .filter(({ level }) => level !== 'household')
        .map(({ id, level, name, parentId, boundaries }) => ({
          ...{ id: id as UnitId, level: level as UnitLevel, name, parentId: parentId as UnitId | null },
          geometry: (boundaries[0]?.geometry as MultiPolygon | undefined) ?? null,
        })),
      households: units
        .filter(({ level }) => level === 'household')
        .map(({ id, name, facts }) => ({ id: id as UnitId, name, point: (facts as { point: Position }).point })),
      owners: new Map(posts.map((post) => [post.unitId as UnitId, post._count._all])),
    });
    expect(findings).toEqual([]);
  });

  it('shows every state a case can be in, and nothing that has not happened yet', () => {
    expect(new Set(snapshots.map(({ state }) => state))).toEqual(new Set(caseStates));
    expect(snapshots.length).toBeGreaterThan(150);
    expect(snapshots.filter(({ lastEventAt }) => lastEventAt > now)).toEqual([]);
    expect(snapshots.filter(({ placement }) => placement !== 'inside')).toEqual([]);
  });

  it('has three overdue cases, some due soon, rework, supervision, duplicates and an unreachable applicant', () => {
    const lights = snapshots.map((snapshot) => clockOf(snapshot, now).light);
    expect(lights.filter((light) => light === 'red')).toHaveLength(3);
    expect(lights.filter((light) => light === 'yellow').length).toBeGreaterThanOrEqual(3);
    const open = snapshots.filter(({ state }) => openStates.some((entry) => entry === state));
    expect(open.filter(({ reworkCount }) => reworkCount > 0).length).toBeGreaterThanOrEqual(2);
    expect(open.filter(({ supervision }) => supervision !== null)).toHaveLength(1);
    expect(open.filter(({ extensionAsked }) => extensionAsked !== null)).toHaveLength(1);
    expect(open.filter(({ holdAsked }) => holdAsked !== null).length).toBeGreaterThanOrEqual(1);
    expect(snapshots.filter(({ duplicateOfId }) => duplicateOfId !== null)).toHaveLength(1);
    expect(snapshots.some(({ unreachable }) => unreachable)).toBe(true);
    expect(
      open.filter(({ categoryCode, title }) => categoryCode === '01007' && title.includes('方家坪小区')).length,
    ).toBeGreaterThanOrEqual(4);
  });

  it('carries a history that verifies: chains whole, every row what its events lead to', async () => {
    const report = await verifyChains(test.platform.db, { replay: true });
    expect(report).toMatchObject({ broken: null, fault: null, replayed: snapshots.length + (await test.platform.db.whistle.count()) });
    expect(await test.platform.db.auditLine.count()).toBe(0);
  });

  it('leaves no job behind that would change the demo after its start', async () => {
    const [left] = await test.platform.db.$queryRaw<{ count: number }[]>`select count(*)::int as "count" from graphile_worker.jobs`;
    expect(left?.count).toBe(0);
  });

  it('has an account for every role and lets it sign in', async () => {
    const signIns = await readSignIns(test.platform.db);
    expect(new Set(signIns.map(({ role }) => role))).toEqual(new Set(roles.filter((role) => role !== 'system')));
    const dispatcher = signIns.find(({ role }) => role === 'dispatcher');
    const answer = await test.platform.auth.sessions.api.signInUsername({
      body: { username: dispatcher?.username ?? '', password: dispatcher?.password ?? '' },
    });
    expect(answer?.user.name).toBe('杨帆');
  });

  it('names the pages and the accounts when it starts', async () => {
    const sheet = await signInSheet({ address: 'http://localhost:4180', platform: test.platform, content: { kind: 'community' } });
    for (const part of ['http://localhost:4180/f/', 'http://localhost:4180/r/', 'http://localhost:4180/d/', 'http://localhost:4180/a/']) {
      expect(sheet).toContain(part);
    }
    expect(sheet).toMatch(/hejing {2}\S+ {2}\(何静, 友谊河社区\)/);
    expect(sheet).toContain('18800002617');
  });

  it('is left alone by a second start, and refuses to be taken for another content', async () => {
    await fill(test, 'community');
    await expect(fill(test, 'empty')).rejects.toThrow('carries the demo community');
    expect(hashOf(await snapshotsOf(test.platform.db))).toBe(hashOf(snapshots));
  });

  it(
    'comes out the same for the same moment',
    async () => {
      const again = await filled('community');
      expect(hashOf(await snapshotsOf(again.platform.db))).toBe(hashOf(snapshots));
      await again.close();
    },
    SLOW,
  );
});

describe('a start without a demo', () => {
  it('makes a district with its rules and one administrator, whose password is said once', async () => {
    const said: string[] = [];
    const test = await filled('empty', (line) => said.push(line));
    const { db, auth } = test.platform;
    const password = /admin {2}(\S{16})/.exec(said.join('\n'))?.[1] ?? '';
    const answer = await auth.sessions.api.signInUsername({ body: { username: 'admin', password } });
    expect(answer?.user.username).toBe('admin');
    const minor = categoryGroups.reduce((sum, { rows }) => sum + rows.length, 0);
    expect(await db.category.count({ where: { parentCode: { not: null } } })).toBe(minor);
    expect([await db.user.count(), await db.case.count(), await db.territoryUnit.count(), await db.calendarVersion.count()]).toEqual([
      1, 0, 1, 1,
    ]);
    expect(await readSignIns(db)).toEqual([]);
    await test.close();
  });

  it('says clearly that filling was interrupted or that the database is not empty', async () => {
    const test = await openTestPlatform({ now });
    const { db } = test.platform;
    await db.user.create({ data: { id: '0192d000-0000-7000-8000-000000000001', name: '某人', email: 'someone@staff.invalid' } });
    await expect(fill(test, 'empty')).rejects.toThrow('holds data already');
    await db.installationFact.create({ data: { key: 'content', value: { kind: 'empty', state: 'filling' } } });
    await expect(fill(test, 'empty')).rejects.toThrow('interrupted half-way');
    await test.close();
  });
});
