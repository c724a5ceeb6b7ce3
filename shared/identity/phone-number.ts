/** Mainland mobile number, 11 digits. */
export const mainlandMobile = /^1[3-9]\d{9}$/;
/** E.164: plus sign, country code, up to 15 digits. */
const e164 = /^\+[1-9]\d{6,14}$/;

/** `+86 188-0000-2617` → `18800002617`; other numbers keep their prefix. */
export function normalizePhone(value: string): string {
  const digits = value.replace(/[\s()-]/g, '');
  const mainland = digits.replace(/^(\+86|0086)/, '');
  return mainlandMobile.test(mainland) ? mainland : digits;
}

/** A mainland mobile without prefix or any number in E.164, once normalized. */
export function isPhoneNumber(normalized: string): boolean {
  return mainlandMobile.test(normalized) || e164.test(normalized);
}
