import { describe, expect, it } from 'vitest';
import { ApiError, type ApiErrorData, failureWords, readFailure } from './api-error.ts';
import { affectedRouters, readChange } from './live-change.ts';
import { safeReturn } from './session.ts';
import { shrunkSize } from './shrink-size.ts';
import { readStatus, uploadAddress } from './upload-photo.ts';

function answered(data: ApiErrorData): ApiError {
  return new ApiError('refused', data);
}

describe('reading why a request came to nothing', () => {
  it.each([
    ['no answer', new TypeError('fetch failed'), { kind: 'offline' }],
    ["a gateway's page", new ApiError('no answer', undefined), { kind: 'offline' }],
    ['a foreign error', new Error('bug'), { kind: 'broken' }],
    ['signed out', answered({ code: 'UNAUTHORIZED', refusal: { module: 'identity', code: 'signInFirst' } }), { kind: 'signedOut' }],
    [
      'a refusal with figures',
      answered({ code: 'CONFLICT', refusal: { module: 'cases', code: 'tooLate', params: { days: 3 } } }),
      { kind: 'refused', module: 'cases', code: 'tooLate', params: { days: 3 } },
    ],
    [
      'a wrong password is a refusal, not a lost session',
      answered({ code: 'UNAUTHORIZED', refusal: { module: 'identity', code: 'wrongPassword' } }),
      { kind: 'refused', module: 'identity', code: 'wrongPassword', params: {} },
    ],
    [
      'wrong input',
      answered({ code: 'BAD_REQUEST', refusal: null, issues: [{ path: 'phone', code: 'custom', message: 'phoneInvalid' }] }),
      { kind: 'invalid', issues: [{ path: 'phone', code: 'custom', message: 'phoneInvalid' }] },
    ],
    ['a fault of the server', answered({ code: 'INTERNAL_SERVER_ERROR', refusal: null, issues: [] }), { kind: 'broken' }],
  ])('%s', (_name, error, failure) => expect(readFailure(error)).toEqual(failure));

  it('uses the label of the module, and shows the code of an unknown refusal', () => {
    const known = { zh: '太晚了', en: 'Too late' };
    const failure = { kind: 'refused', module: 'cases', code: 'tooLate' } as const;
    expect(failureWords(failure, () => known).label).toBe(known);
    expect(failureWords(failure, () => undefined).params).toEqual({ code: 'tooLate' });
  });
});

describe('live changes', () => {
  it('reads a change and ignores a heartbeat', () => {
    expect(readChange('{"topic":"case","id":"1","version":2}')).toEqual({ topic: 'case', id: '1' });
    expect(readChange('')).toBeNull();
    expect(readChange('{"beat":1}')).toBeNull();
  });
  it('renews the lists a change touches', () => {
    expect(affectedRouters('case')).toContain('cases');
    expect(affectedRouters('wishes')).toEqual(['wishes']);
  });
});

describe('sending a photo', () => {
  it('puts the evidence into the address', () => {
    const address = uploadAddress({
      id: 'p1',
      purpose: 'report',
      capturedAt: 5,
      position: { lng: 112.91234567, lat: 27.8, accuracyM: 8.4 },
    });
    expect(address).toBe('/files?id=p1&purpose=report&capturedAt=5&lng=112.9123457&lat=27.8000000&accuracyM=8');
  });
  it.each([
    [201, { ok: true }],
    [0, { ok: false, reason: 'offline', status: 0 }],
    [503, { ok: false, reason: 'offline', status: 503 }],
    [401, { ok: false, reason: 'signedOut', status: 401 }],
    [413, { ok: false, reason: 'tooLarge', status: 413 }],
    [415, { ok: false, reason: 'notAPicture', status: 415 }],
    [403, { ok: false, reason: 'refused', status: 403 }],
  ])('understands status %i', (status, answer) => expect(readStatus(status, false)).toEqual(answer));
  it('shrinks to 1600 on the longest side and never enlarges', () => {
    expect(shrunkSize(4000, 3000)).toEqual({ width: 1600, height: 1200 });
    expect(shrunkSize(3000, 4000)).toEqual({ width: 1200, height: 1600 });
    expect(shrunkSize(800, 600)).toEqual({ width: 800, height: 600 });
    expect(shrunkSize(100_000, 1)).toEqual({ width: 1600, height: 1 });
  });
});

it.each([
  ['/f/outbox', '/f/outbox'],
  ['https://elsewhere.example', null],
  ['//elsewhere.example', null],
  ['/\\elsewhere.example', null],
  [null, null],
])('returns after sign-in only inside this site: %s', (next, path) => expect(safeReturn(next)).toBe(path));
