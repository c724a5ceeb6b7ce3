import { randomUUID } from 'node:crypto';
import type { Ctx, RequestCtx } from '#server/platform/context.ts';
import { createCallerFactory } from '#server/platform/trpc.ts';
import type { TestPlatform } from '#server/testing/test-platform.ts';
import type { Actor, Post, Role, UnitLevel } from '#shared/identity/identity-schema.ts';
import { boundingBox } from '#shared/kernel/geometry/bounding-box.ts';
import { areaM2 } from '#shared/kernel/geometry/measure.ts';
import type { RequestId, UnitId, UserId } from '#shared/kernel/ids.ts';
import type { MultiPolygon } from '#shared/kernel/place.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { territoryRouter } from './router.ts';

/** A town for tests: one district, street and community; its west half is grid A, its east half grid B. */
export const FROM: Instant = Date.parse('2026-01-01T00:00:00Z');
const id = () => randomUUID() as UnitId;

export type TestUnit = { id: UnitId; no: number; level: UnitLevel; code: string; name: string; path: string; parentId: UnitId | null };
export type Town = Record<'district' | 'street' | 'community' | 'gridA' | 'gridB', TestUnit>;

/** A rectangle in thousandths of a degree from 116° E, 40° N. */
export function block(west: number, south: number, east: number, north: number): MultiPolygon {
  const at = (x: number, y: number): [number, number] => [116 + x / 1000, 40 + y / 1000];
  return { type: 'MultiPolygon', coordinates: [[[at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)]]] };
}

export async function buildTown(test: TestPlatform): Promise<Town> {
  const make = (no: number, level: UnitLevel, code: string, name: string, parent: TestUnit | null): TestUnit => {
    const path = `${parent?.path ?? '/'}${no}/`;
    return { id: id(), no, level, code, name, path, parentId: parent?.id ?? null };
  };
  const district = make(1, 'district', '370102', '罗城区', null);
  const street = make(2, 'street', '370102001', '友谊街道', district);
  const community = make(3, 'community', '370102001001', '桃林社区', street);
  const gridA = make(4, 'grid', '370102001001001', '第一网格', community);
  const gridB = make(5, 'grid', '370102001001002', '第二网格', community);
  const town = { district, street, community, gridA, gridB };
  const areas = new Map<TestUnit, MultiPolygon>([
    [district, block(0, 0, 20, 20)],
    [street, block(0, 0, 20, 10)],
    [community, block(0, 0, 10, 10)],
    [gridA, block(0, 0, 5, 10)],
    [gridB, block(5, 0, 10, 10)],
  ]);
  for (const unit of Object.values(town)) await putUnit(test, { unit, geometry: areas.get(unit) ?? null });
  await test.platform.db.$executeRaw`select setval(pg_get_serial_sequence('territory_unit', 'no'), 100)`;
  return town;
}

export async function putUnit(test: TestPlatform, { unit, geometry }: { unit: TestUnit; geometry: MultiPolygon | null }): Promise<void> {
  const validFrom = new Date(FROM);
  await test.platform.db.territoryUnit.create({ data: { ...unit, validFrom } });
  if (!geometry) return;
  const [west, south, east, north] = boundingBox(geometry);
  const sides = { west, south, east, north, areaM2: areaM2(geometry) };
  await test.platform.db.unitBoundary.create({
    data: { id: randomUUID(), unitId: unit.id, version: 1, geometry, ...sides, validFrom, drawnBy: randomUUID() },
  });
}

export async function putPerson(test: TestPlatform, name: string): Promise<UserId> {
  const userId = randomUUID() as UserId;
  await test.platform.db.user.create({ data: { id: userId, name, email: `${userId}@staff.invalid`, kind: 'staff' } });
  return userId;
}

export function actorOf(userId: UserId, ...posts: { role: Role; unit: TestUnit | null }[]): Actor {
  const toPost = ({ role, unit }: { role: Role; unit: TestUnit | null }): Post => ({
    appointmentId: null,
    role,
    unitId: unit?.id ?? null,
    unitPath: unit?.path ?? null,
    unitLevel: unit?.level ?? null,
    departmentId: null,
    deputy: false,
  });
  return { userId, name: '某人', posts: posts.map(toPost) };
}

export const ctxOf = (test: TestPlatform, actor: Actor): Ctx => ({ ...test.platform, actor, locale: 'zh' });

export function callerOf(test: TestPlatform, actor: Actor | null) {
  const ctx: RequestCtx = {
    ...test.platform,
    actor,
    locale: 'zh',
    request: { ip: '', userAgent: '', headers: new Headers(), setCookies: () => undefined },
  };
  return createCallerFactory(territoryRouter)(ctx);
}

export const newRequest = () => randomUUID() as RequestId;
