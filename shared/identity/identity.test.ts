import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { userId } from '../kernel/ids.ts';
import { covers, hasRole, postsOf, systemActor } from './actor-policy.ts';
import type { Post } from './identity-schema.ts';
import { maskName, maskPhone } from './mask-person.ts';
import { passwordSignIn, phone, phoneSignIn } from './sign-in-schema.ts';
import { appointInput, createStaffInput } from './staff-schema.ts';

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const post = (over: Partial<Post>): Post => ({
  appointmentId: null,
  role: 'gridWorker',
  unitId: null,
  unitPath: '/1/4/17/3/',
  unitLevel: null,
  departmentId: null,
  deputy: false,
  ...over,
});

describe('phone numbers', () => {
  it.each([
    ['18800002617', '18800002617'],
    ['+86 188-0000-2617', '18800002617'],
    ['0086 18800002617', '18800002617'],
    ['+852 5123 4567', '+85251234567'],
  ])('%s is stored as %s', (typed, stored) => {
    expect(phone.parse(typed)).toBe(stored);
  });

  it.each(['12800002617', '1880000261', '0746-8888888', '+86 12', '', '+0123456789', '188000026170'])('%s is refused', (typed) => {
    expect(phone.safeParse(typed).error?.issues[0]?.message).toBe('phoneInvalid');
  });
});

describe('masks', () => {
  it.each([
    ['18800002617', '188****2617'],
    ['+85251234567', '+85*******67'],
    ['110', '***'],
  ])('%s → %s', (clear, masked) => {
    expect(maskPhone(clear)).toBe(masked);
  });

  it.each([
    ['方建国', '方**'],
    ['方晴', '方*'],
    ['方', '方*'],
    ['阿卜杜拉', '阿**'],
    ['', ''],
  ])('%s → %s', (clear, masked) => {
    expect(maskName(clear)).toBe(masked);
  });

  it('never shows more than seven digits of a number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^1[3-9]\d{9}$/), (number) => {
        expect(maskPhone(number).replace(/\D/g, '')).toHaveLength(7);
        expect(maskPhone(number)).toHaveLength(11);
      }),
    );
  });
});

describe('posts', () => {
  const actor = { posts: [post({}), post({ role: 'buildingHead', unitPath: '/1/4/17/3/9/' })] };

  it('finds roles and what they cover', () => {
    expect(hasRole(actor, 'gridWorker', 'secretary')).toBe(true);
    expect(hasRole(actor, 'secretary')).toBe(false);
    expect(postsOf(actor, 'buildingHead')).toHaveLength(1);
    expect(covers(actor, '/1/4/17/3/9/2/', 'gridWorker')).toBe(true);
    expect(covers(actor, '/1/4/17/30/', 'gridWorker')).toBe(false);
    expect(covers(actor, '/1/4/17/3/', 'buildingHead')).toBe(false);
    expect(covers({ posts: [post({ unitPath: null })] }, '/1/')).toBe(false);
  });

  it('gives the system its own post', () => {
    expect(hasRole(systemActor(userId.parse(id(1))), 'system')).toBe(true);
  });
});

describe('inputs', () => {
  const appoint = {
    requestId: id(1),
    appointmentId: id(2),
    userId: id(3),
    role: 'gridWorker',
    unitId: id(4),
    departmentId: null,
    validFrom: 1000,
  };
  it.each([
    [{}, []],
    [{ unitId: null }, ['unitMissing']],
    [{ role: 'departmentLead' }, ['departmentMissing']],
    [{ role: 'departmentLead', departmentId: id(5), unitId: null }, []],
    [{ validTo: 1000 }, ['periodInvalid']],
  ])('an appointment with %j', (change, errors) => {
    expect(appointInput.safeParse({ ...appoint, ...change }).error?.issues.map((issue) => issue.message) ?? []).toEqual(errors);
  });

  it.each(['resident', 'system'])('nobody is appointed %s', (role) => {
    expect(appointInput.safeParse({ ...appoint, role }).success).toBe(false);
  });

  it('asks for a long password and a plain user name', () => {
    const staff = {
      requestId: id(1),
      userId: id(3),
      username: 'chen.xm',
      name: '陈小满',
      phone: '188 0000 2617',
      password: 'bamboo-paper',
    };
    expect(createStaffInput.parse(staff).phone).toBe('18800002617');
    expect(createStaffInput.safeParse({ ...staff, password: 'short' }).error?.issues[0]?.message).toBe('passwordTooShort');
    expect(passwordSignIn.safeParse({ username: '陈 小满', password: 'x' }).error?.issues.map((issue) => issue.message)).toContain(
      'usernameInvalid',
    );
    expect(phoneSignIn.safeParse({ phone: '18800002617', code: '12345' }).error?.issues[0]?.message).toBe('codeInvalid');
  });
});
