import { describe, expect, it } from 'vitest';
import { newPassword } from '#shared/identity/staff-schema.ts';
import { firstPassword } from './first-password.ts';

describe('firstPassword', () => {
  it('holds for the schema, reads without doubt, and is never the same', () => {
    const made = Array.from({ length: 200 }, firstPassword);
    expect(made.every((password) => newPassword.safeParse(password).success)).toBe(true);
    expect(made.every((password) => /^[a-hj-kmnp-z2-9]{4}(-[a-hj-kmnp-z2-9]{4}){2}$/.test(password))).toBe(true);
    expect(new Set(made).size).toBe(made.length);
  });
});
