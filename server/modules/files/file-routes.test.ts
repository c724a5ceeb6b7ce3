import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import exifr from 'exifr';
import express from 'express';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ctx, RequestCtx } from '#server/platform/context.ts';
import { RefusalError } from '#server/platform/errors.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { openTestPlatform, type TestPlatform } from '#server/testing/test-platform.ts';
import type { Actor, Post } from '#shared/identity/identity-schema.ts';
import type { FileId, UserId } from '#shared/kernel/ids.ts';
import { attachPhotos, fileRoutes, photoFacts, sweepForgottenPhotos } from './index.ts';

let test: TestPlatform;
let server: Server;
let base: string;

const person = (posts: Partial<Post>[] = []): Actor => ({
  userId: randomUUID() as UserId,
  name: '某人',
  posts: posts.map((post) => ({
    appointmentId: null,
    role: 'resident',
    unitId: null,
    unitPath: null,
    unitLevel: null,
    departmentId: null,
    deputy: false,
    ...post,
  })),
});
const worker = person([{ role: 'gridWorker', unitPath: '/1/2/3/' }]);
const neighbour = person([{ role: 'gridWorker', unitPath: '/1/2/4/' }]);
const secretary = person([{ role: 'secretary', unitPath: '/1/2/' }]);
const people = new Map([worker, neighbour, secretary].map((actor) => [actor.userId as string, actor]));

beforeAll(async () => {
  test = await openTestPlatform();
  const app = express();
  const contextOf = async (request: express.Request): Promise<RequestCtx> => ({
    ...test.platform,
    actor: people.get(String(request.headers['x-test-user'])) ?? null,
    locale: 'zh',
    request: { ip: '', userAgent: '', headers: new Headers(), setCookies: () => undefined },
  });
  app.use('/files', fileRoutes({ platform: test.platform, contextOf }));
  server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/files`;
});

afterAll(async () => {
  server.close();
  await test.close();
});

const ctxOf = (actor: Actor): Ctx => ({ ...test.platform, actor, locale: 'zh' });
const newId = () => randomUUID() as FileId;

function picture(seed = 200): Promise<Buffer> {
  return sharp({ create: { width: 3000, height: seed, channels: 3, background: { r: seed % 255, g: 120, b: 40 } } })
    .withExif({
      IFD0: { Make: 'Pocket', Model: 'Camera 7' },
      IFD2: { DateTimeOriginal: '2026:11:20 08:30:00', OffsetTimeOriginal: '+08:00' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '40/1 0/1 18/1', GPSLongitudeRef: 'E', GPSLongitude: '116/1 21/1 0/1' },
    })
    .jpeg()
    .toBuffer();
}

function send(actor: Actor | null, options: { id: string; body: Uint8Array; query?: Record<string, string> }): Promise<Response> {
  const query = new URLSearchParams({ id: options.id, ...options.query });
  const headers = { 'content-type': 'image/jpeg', ...(actor ? { 'x-test-user': actor.userId } : {}) };
  return fetch(`${base}?${query}`, { method: 'POST', headers, body: new Uint8Array(options.body) });
}

function look(actor: Actor | null, path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${base}/${path}`, { headers: { ...headers, ...(actor ? { 'x-test-user': actor.userId } : {}) } });
}

const refusalOf = async (response: Response): Promise<unknown> => ((await response.json()) as { refusal?: unknown }).refusal;

async function placeCase(): Promise<string> {
  const id = randomUUID();
  const snapshot = { scopePath: '/1/2/3/', unitId: null, leadUnitId: null, supportUnits: [], reporterId: worker.userId, applicantId: null };
  await test.platform.db.case.create({
    data: {
      id,
      version: 1,
      districtId: randomUUID(),
      state: 'reported',
      kind: 'report',
      source: 'gridWorker',
      categoryScheme: 's',
      categoryCode: 'c',
      title: 't',
      description: 'd',
      address: 'a',
      unitPath: '/1/2/3/',
      reporterId: worker.userId,
      reportedAt: new Date(test.clock.now),
      lastEventAt: new Date(test.clock.now),
      snapshot,
    },
  });
  return id;
}

describe('sending a photo', () => {
  it('keeps when and where the camera says as evidence and serves copies without any metadata', async () => {
    const id = newId();
    const sent = await send(worker, { id, body: await picture() });
    expect(sent.status).toBe(201);
    expect(await sent.json()).toMatchObject({ id, width: 2048, capturedAt: Date.parse('2026-11-20T00:30:00Z'), lng: 116.35, lat: 40.005 });
    for (const [variant, width] of [
      ['full', 2048],
      ['thumb', 320],
    ] as const) {
      const answer = await look(worker, `${id}/${variant}`);
      expect(answer.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect(bytes.includes('Exif')).toBe(false);
      expect(bytes.includes('Pocket')).toBe(false);
      expect(await exifr.gps(bytes).catch(() => undefined)).toBeUndefined();
      expect((await sharp(bytes).metadata()).width).toBe(width);
    }
  });

  it('lets the position of the device win and keeps that of the camera beside it', async () => {
    const id = newId();
    const query = { capturedAt: '1795000000000', lng: '116.4', lat: '40.1', accuracyM: '12' };
    await send(worker, { id, body: await picture(210), query });
    const [facts] = await photoFacts(test.platform.db, [id]);
    expect(facts).toMatchObject({ capturedAt: 1795000000000, lng: 116.4, lat: 40.1, accuracyM: 12, exif: { lng: 116.35, lat: 40.005 } });
  });

  it('turns a picture upright as the camera held it', async () => {
    const lying = await sharp({ create: { width: 400, height: 200, channels: 3, background: '#333' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const id = newId();
    expect(await (await send(worker, { id, body: lying })).json()).toMatchObject({ width: 200, height: 400 });
  });

  it('answers a retry with the first result, also when both arrive at once, and refuses other content under the same id', async () => {
    const id = newId();
    const body = await picture(220);
    const both = await Promise.all([send(worker, { id, body }), send(worker, { id, body })]);
    expect(both.map(({ status }) => status).every((status) => status === 200 || status === 201)).toBe(true);
    expect((await send(worker, { id, body })).status).toBe(200);
    expect(await test.platform.db.storedFile.count({ where: { id } })).toBe(1);
    expect((await look(worker, `${id}/full`)).status).toBe(200);
    const other = await send(worker, { id, body: await picture(221) });
    expect([other.status, await refusalOf(other)]).toEqual([409, { module: 'files', code: 'photoIdTaken', params: {} }]);
    expect((await send(neighbour, { id, body })).status).toBe(409);
  });

  it('keeps the original sealed', async () => {
    const id = newId();
    const body = await picture(230);
    await send(worker, { id, body });
    const row = await test.platform.db.storedFile.findUniqueOrThrow({ where: { id } });
    const chunks: Buffer[] = [];
    for await (const chunk of test.platform.storage.read(row.originalKey)) chunks.push(chunk);
    expect(Buffer.concat(chunks).includes('Pocket')).toBe(false);
  });

  it.each([
    ['a broken picture', async () => (await picture(240)).subarray(0, 1500), 422, 'photoBroken'],
    ['no picture', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 415, 'photoFormat'],
    ['nothing', async () => Buffer.alloc(0), 422, 'photoEmpty'],
    ['more than 15 MB', async () => randomBytes(15 * 1024 * 1024 + 1), 413, 'photoTooLarge'],
  ] as const)('refuses %s', async (_name, make, status, code) => {
    const id = newId();
    const answer = await send(worker, { id, body: await make() });
    expect([answer.status, await refusalOf(answer)]).toMatchObject([status, { module: 'files', code }]);
    expect(await test.platform.db.storedFile.count({ where: { id } })).toBe(0);
  });

  it('refuses a stranger and half a position', async () => {
    expect((await send(null, { id: newId(), body: await picture() })).status).toBe(401);
    const half = await send(worker, { id: newId(), body: await picture(), query: { lng: '116' } });
    expect([half.status, await refusalOf(half)]).toEqual([400, { module: 'files', code: 'badInput', params: { field: 'lat' } }]);
  });
});

describe('looking at a photo', () => {
  it('is for its sender alone until it is used, then for whoever sees the case', async () => {
    const id = newId();
    await send(worker, { id, body: await picture(250) });
    expect((await look(neighbour, `${id}/full`)).status).toBe(404);
    expect((await look(secretary, `${id}/full`)).status).toBe(404);
    expect((await look(null, `${id}/full`)).status).toBe(401);
    const caseId = await placeCase();
    await inTransaction(test.platform, (tx) =>
      attachPhotos(tx, { photoIds: [id], owner: { kind: 'case', id: caseId }, purpose: 'report', actorId: worker.userId }),
    );
    expect((await look(neighbour, `${id}/full`)).status).toBe(404);
    expect((await look(secretary, `${id}/thumb`)).status).toBe(200);
    const tag = (await look(secretary, `${id}/thumb`)).headers.get('etag') ?? '';
    expect((await look(secretary, `${id}/thumb`, { 'if-none-match': tag, 'cache-control': 'max-age=0' })).status).toBe(304);
    expect((await look(neighbour, `${id}/thumb`, { 'if-none-match': tag, 'cache-control': 'max-age=0' })).status).toBe(404);
  });

  it('gives the original to the secretary of the place only and writes down that it was seen', async () => {
    const id = newId();
    const body = await picture(251);
    await send(worker, { id, body });
    const caseId = await placeCase();
    await inTransaction(test.platform, (tx) =>
      attachPhotos(tx, { photoIds: [id], owner: { kind: 'case', id: caseId }, purpose: 'report', actorId: worker.userId }),
    );
    expect((await look(worker, `${id}/original`)).status).toBe(404);
    const answer = await look(secretary, `${id}/original`);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(Buffer.from(await answer.arrayBuffer()).equals(body)).toBe(true);
    const lines = await test.platform.db.auditLine.findMany({ where: { aggregateId: id } });
    expect(lines).toMatchObject([{ actorId: secretary.userId, action: 'files.original', outcome: 'revealed' }]);
  });
});

describe('using photos', () => {
  const use = (photoIds: FileId[], actor = worker, caseId: string = randomUUID()) =>
    inTransaction(test.platform, (tx) =>
      attachPhotos(tx, { photoIds, owner: { kind: 'case', id: caseId }, purpose: 'feedback', actorId: actor.userId }),
    );
  const codeOf = async (work: Promise<unknown>) =>
    work.then(() => null).catch((error: unknown) => error instanceof RefusalError && error.refusal.code);

  it('takes each photo once, from its sender, and only photos that arrived', async () => {
    const [first, second] = [newId(), newId()];
    await send(worker, { id: first, body: await picture(260) });
    await send(worker, { id: second, body: await picture(261) });
    expect(await codeOf(use([first, newId()]))).toBe('photoMissing');
    expect(await codeOf(use([first], neighbour))).toBe('photoNotYours');
    await use([first]);
    expect(await codeOf(use([first, second]))).toBe('photoUsed');
    expect(await photoFacts(test.platform.db, [second, first])).toMatchObject([{ caseId: null }, { purpose: 'feedback' }]);
  });

  it('lets no picture prove work that served before under another id', async () => {
    const [first, again, other] = [newId(), newId(), newId()];
    const body = await picture(265);
    for (const id of [first, again]) await send(worker, { id, body });
    await send(worker, { id: other, body: await picture(266) });
    await use([first]);
    expect(await codeOf(use([again, other]))).toBe('photoUsed');
    await use([other]);
  });

  it('gives a photo to one of two commands that want it at once', async () => {
    const id = newId();
    await send(worker, { id, body: await picture(262) });
    const outcomes = await Promise.all([codeOf(use([id])), codeOf(use([id]))]);
    expect(outcomes.sort()).toEqual([null, 'photoUsed']);
  });

  it('forgets photos nobody used after thirty days, and no others', async () => {
    const [unused, used] = [newId(), newId()];
    await send(worker, { id: unused, body: await picture(263) });
    await send(worker, { id: used, body: await picture(264) });
    await use([used]);
    expect(await sweepForgottenPhotos(test.platform)).toBe(0);
    test.clock.advance(31 * 86_400_000);
    expect(await sweepForgottenPhotos(ctxOf(worker))).toBeGreaterThan(0);
    expect((await photoFacts(test.platform.db, [unused, used])).map(({ id }) => id)).toEqual([used]);
  });
});
