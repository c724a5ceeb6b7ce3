import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#server/platform/ids.ts';
import { callAs, refusalOf } from '#server/testing/caller.ts';
import { openTestPlatform, type TestPlatform } from '#server/testing/test-platform.ts';
import type { Actor } from '#shared/identity/identity-schema.ts';
import type { RequestId, UserId } from '#shared/kernel/ids.ts';
import { readActor, readSessionActor } from './index.ts';

let open: TestPlatform;
let admin: Actor;
let otherAdmin: Actor;

async function unit(level: string, name: string, parent?: { id: string; path: string }) {
  const id = newId<string>();
  const row = await open.platform.db.territoryUnit.create({
    data: { id, level, name, path: id, validFrom: new Date(0), ...(parent ? { parentId: parent.id } : {}) },
  });
  return open.platform.db.territoryUnit.update({ where: { id }, data: { path: `${parent?.path ?? '/'}${row.no}/` } });
}

async function administrator(of: { id: string }, username: string): Promise<Actor> {
  const { db, now } = open.platform;
  const id = newId<string>();
  await db.user.create({ data: { id, name: username, email: `${username}@staff.invalid`, username, kind: 'staff', homeUnitId: of.id } });
  await db.appointment.create({
    data: { id: newId(), userId: id, role: 'administrator', unitId: of.id, validFrom: new Date(0), appointedBy: id },
  });
  const actor = await readActor(db, { userId: id, now: now() });
  if (!actor) throw new Error('no actor');
  return actor;
}

const staff = (username: string, password = 'a long password') => ({
  requestId: newId<RequestId>(),
  userId: newId<UserId>(),
  username,
  name: '陈小满',
  phone: '18800002603',
  password,
});

beforeAll(async () => {
  open = await openTestPlatform();
  const district = await unit('district', '示例区');
  admin = await administrator(await unit('street', '甲街道', district), 'admin-a');
  otherAdmin = await administrator(await unit('street', '乙街道', district), 'admin-b');
});
afterAll(() => open.close());

describe('staff', () => {
  it('is made by an administrator, signs in by user name and password, and signs out', async () => {
    const input = staff('Xiaoman');
    await callAs(open.platform, admin).identity.createStaff(input);
    const request = { cookies: [] as string[] };
    await callAs(open.platform, null, request).identity.signIn({ username: 'xiaoman', password: input.password });
    const headers = new Headers({ cookie: request.cookies.map((cookie) => cookie.split(';')[0]).join('; ') });
    expect((await readSessionActor(open.platform, headers))?.userId).toBe(input.userId);
    await callAs(open.platform, null, request).identity.signOut();
    expect(await readSessionActor(open.platform, headers)).toBeNull();
  });

  it('keeps the work phone sealed and shows it masked', async () => {
    const input = staff('masked');
    await callAs(open.platform, admin).identity.createStaff(input);
    const row = await open.platform.db.user.findUniqueOrThrow({ where: { id: input.userId } });
    expect(Buffer.from(row.phoneSealed ?? []).toString('latin1')).not.toContain(input.phone);
    const { rows } = await callAs(open.platform, admin).identity.staff({ search: 'masked' });
    expect(rows.map(({ phoneMasked }) => phoneMasked)).toEqual(['188****2603']);
  });

  it('repeats harmlessly and refuses a taken user name', async () => {
    const input = staff('twice');
    await callAs(open.platform, admin).identity.createStaff(input);
    await callAs(open.platform, admin).identity.createStaff(input);
    expect(await open.platform.db.user.count({ where: { username: 'twice' } })).toBe(1);
    expect(await refusalOf(callAs(open.platform, admin).identity.createStaff(staff('TWICE')))).toBe('usernameTaken');
  });

  it('is neither seen nor changed by the administrator of another street', async () => {
    const input = staff('hidden');
    await callAs(open.platform, admin).identity.createStaff(input);
    const other = callAs(open.platform, otherAdmin).identity;
    expect((await other.staff({ search: 'hidden' })).rows).toEqual([]);
    const change = { requestId: newId<RequestId>(), userId: input.userId };
    expect(await refusalOf(other.updateStaff({ ...change, name: '别人', phone: null, active: false }))).toBe('notFound');
    expect(await refusalOf(other.resetPassword({ ...change, password: 'another password' }))).toBe('notFound');
    expect(await refusalOf(other.createStaff(input))).toBe('outsideScope');
  });

  it('is no business of anybody who is no administrator', async () => {
    const input = staff('own-affair');
    await callAs(open.platform, admin).identity.createStaff(input);
    const colleague: Actor = { ...admin, posts: admin.posts.map((post) => ({ ...post, role: 'secretary' })) };
    const change = { requestId: newId<RequestId>(), userId: input.userId };
    for (const actor of [colleague, { ...colleague, posts: [] }]) {
      const caller = callAs(open.platform, actor).identity;
      expect((await caller.staff({})).rows).toEqual([]);
      expect(await refusalOf(caller.updateStaff({ ...change, name: '别人', active: true }))).toBe('notFound');
      expect(await refusalOf(caller.resetPassword({ ...change, password: 'another password' }))).toBe('notFound');
    }
    await expect(callAs(open.platform, null).identity.signIn(input)).resolves.toBeDefined();
  });

  it('with a post elsewhere keeps the account out of reach of whoever gives or gave them one here', async () => {
    const { db } = open.platform;
    const [post] = admin.posts;
    const given = { id: newId<string>(), userId: otherAdmin.userId, role: 'inspector', unitId: post?.unitId ?? null };
    await db.appointment.create({ data: { ...given, validFrom: new Date(0), appointedBy: admin.userId } });
    const caller = callAs(open.platform, admin).identity;
    expect((await caller.staff({ userId: otherAdmin.userId })).rows).toHaveLength(1);
    const change = { requestId: newId<RequestId>(), userId: otherAdmin.userId, password: 'taken over by me' };
    expect(await refusalOf(caller.resetPassword(change))).toBe('notFound');
    const left = { userId: otherAdmin.userId, role: 'administrator' };
    await db.appointment.updateMany({ where: left, data: { validTo: new Date(open.platform.now()) } });
    await expect(caller.resetPassword(change)).resolves.toBeUndefined();
    await db.appointment.updateMany({ where: left, data: { validTo: null } });
    await db.appointment.delete({ where: { id: given.id } });
  });

  it('loses every session when the account is disabled', async () => {
    const input = staff('leaver');
    await callAs(open.platform, admin).identity.createStaff(input);
    const request = { cookies: [] as string[] };
    await callAs(open.platform, null, request).identity.signIn(input);
    await callAs(open.platform, admin).identity.updateStaff({
      requestId: newId<RequestId>(),
      userId: input.userId,
      name: input.name,
      phone: null,
      active: false,
    });
    expect(await open.platform.db.session.count({ where: { userId: input.userId } })).toBe(0);
    expect(await refusalOf(callAs(open.platform, null).identity.signIn(input))).toBe('accountDisabled');
  });

  it('is locked out after five wrong passwords, also with the right one, and every try is in the audit', async () => {
    const input = staff('guessed');
    await callAs(open.platform, admin).identity.createStaff(input);
    const visitor = callAs(open.platform, null).identity;
    for (let i = 0; i < 5; i += 1)
      expect(await refusalOf(visitor.signIn({ username: 'guessed', password: `wrong ${i}` }))).toBe('wrongPassword');
    expect(await refusalOf(visitor.signIn(input))).toBe('tooManyTries');
    expect(
      await open.platform.db.auditLine.count({ where: { actorId: input.userId, action: 'identity.signIn', outcome: 'refused' } }),
    ).toBe(5);
  });
});

describe('a resident', () => {
  const phone = '13912345678';
  const codeOf = async () => {
    const [latest] = await callAs(open.platform, null).identity.developmentInbox({ phone });
    return latest?.text.match(/\d{6}/)?.[0] ?? '';
  };

  it('signs in by phone and code; the phone stands nowhere in clear but in the development inbox', async () => {
    const visitor = callAs(open.platform, null).identity;
    await visitor.requestCode({ phone: '+86 139-1234-5678' });
    const { userId } = await visitor.signInWithCode({ phone, code: await codeOf() });
    const row = await open.platform.db.user.findUniqueOrThrow({ where: { id: userId } });
    expect(JSON.stringify(row)).not.toContain(phone);
    const actor = await readActor(open.platform.db, { userId, now: open.platform.now() });
    expect(actor?.posts.map(({ role }) => role)).toEqual(['resident']);
    expect(await callAs(open.platform, actor).identity.me()).toMatchObject({ phoneMasked: '139****5678' });
  });

  it('comes back to the same account', async () => {
    const visitor = callAs(open.platform, null).identity;
    await visitor.requestCode({ phone });
    const first = await visitor.signInWithCode({ phone, code: await codeOf() });
    await visitor.requestCode({ phone });
    expect((await visitor.signInWithCode({ phone, code: await codeOf() })).userId).toBe(first.userId);
  });

  it('is refused with a wrong code', async () => {
    const visitor = callAs(open.platform, null).identity;
    await visitor.requestCode({ phone });
    const wrong = (await codeOf()) === '000000' ? '000001' : '000000';
    expect(await refusalOf(visitor.signInWithCode({ phone, code: wrong }))).toBe('wrongCode');
  });
});
