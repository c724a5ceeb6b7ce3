import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CaseFixture, openCaseFixture } from '#server/testing/case-fixture.ts';
import { findUnits } from './queries/find-units.ts';

let at: CaseFixture;
beforeAll(async () => {
  at = await openCaseFixture();
  const { db } = at.test.platform;
  await db.territoryUnit.update({ where: { id: at.units.n1.id }, data: { facts: { aliases: ['老粮站'] } } });
  await db.territoryUnit.update({ where: { id: at.units.s2.id }, data: { validTo: new Date(0) } });
});
afterAll(() => at.close());

describe('finding units', () => {
  const names = async (text: string) => (await findUnits(await at.as('administrator'), { text })).map(({ name }) => name);

  test('by a part of the name, the higher levels first, with where each lies', async () => {
    const found = await findUnits(await at.as('administrator'), { text: '北' });
    expect(found.map(({ name }) => name)).toEqual(['北社区', '北一格', '北二格']);
    expect(found[1]?.above).toEqual(['示范区', '东街道', '北社区']);
  });

  test('by a former name, and nothing that was closed', async () => {
    expect(await names('老粮站')).toEqual(['北一格']);
    expect(await names('南二格')).toEqual([]);
  });
});
