import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { strToU8, unzipSync, zipSync } from 'fflate';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storePhoto } from '#server/modules/files/index.ts';
import { chainEvents, GENESIS_HASH, type StoredEvent } from '#server/platform/events.ts';
import { newId } from '#server/platform/ids.ts';
import { callAs } from '#server/testing/caller.ts';
import { openPermissionWorld, type PermissionWorld } from '#server/testing/permission-world.ts';
import type { WhistleLimits } from '#shared/dispatch/whistle-limits.ts';
import type { Actor } from '#shared/identity/identity-schema.ts';
import type { FileId, RequestId } from '#shared/kernel/ids.ts';
import { verifyWhistleFile, whistleFileRoutes } from './index.ts';

let world: PermissionWorld;
let server: Server;
let base: string;
let actor: Actor | null = null;
let archive: Uint8Array;

beforeAll(async () => {
  world = await openPermissionWorld();
  const { platform } = world.test;
  const contextOf = async () => ({
    ...platform,
    actor,
    locale: 'zh' as const,
    request: { ip: '', userAgent: '', headers: new Headers(), setCookies: () => undefined },
  });
  const app = express().use('/whistle-files', whistleFileRoutes({ platform, contextOf }));
  server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/whistle-files`;

  const photoId = newId<FileId>();
  const bytes = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#887766' } })
    .jpeg()
    .toBuffer();
  await storePhoto({ ...platform, actor: world.inside.secretary, locale: 'zh' }, { id: photoId, bytes, capturedAt: null, position: null });
  const { version } = await platform.db.whistle.findUniqueOrThrow({ where: { id: world.whistleId } });
  const note = {
    whistleId: world.whistleId,
    requestId: newId<RequestId>(),
    expectedVersion: version,
    note: '现场拉了警戒线',
    photoIds: [photoId],
  };
  await callAs(platform, world.inside.secretary).dispatch.act({ action: 'addNote', input: note });
});
afterAll(async () => {
  server.close();
  await world.close();
});

async function ask(who: Actor | null): Promise<Response> {
  actor = who;
  return fetch(`${base}/${world.whistleId}.zip`);
}

describe('the file of a whistle', () => {
  it('goes to those who may see the whistle, with an audit line, and to nobody else', async () => {
    const { inside, outside } = world;
    const statuses: number[] = [];
    for (const who of [null, outside.secretary, outside.departmentHandler, inside.resident]) statuses.push((await ask(who)).status);
    expect(statuses).toEqual([401, 404, 404, 404]);
    const response = await ask(inside.departmentHandler);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/zip']);
    archive = new Uint8Array(await response.arrayBuffer());
    const lines = { action: 'dispatch.export', aggregateId: world.whistleId, actorId: inside.departmentHandler.userId };
    expect(await world.test.platform.db.auditLine.count({ where: lines })).toBe(1);
  });

  it('checks by itself and holds every piece', () => {
    const checked = verifyWhistleFile(archive);
    expect(checked).toMatchObject({ ok: true, report: { files: 6 } });
    const pieces = unzipSync(archive);
    const timeline = new TextDecoder().decode(pieces['timeline.txt']);
    expect(timeline).toContain('吹哨');
    expect(Object.keys(pieces).filter((name) => /^photos\/note-.*\.jpg$/.test(name))).toHaveLength(1);
  });

  const changed = (name: string, change: (text: string) => string) => {
    const pieces = unzipSync(archive);
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(pieces[name]);
    return zipSync({ ...pieces, [name]: strToU8(change(text)) });
  };

  it('tells a changed event, photo or state, a piece that is gone or was slipped in, and a file that is none', () => {
    const pieces = unzipSync(archive);
    const photo = Object.keys(pieces).find((name) => name.endsWith('.jpg')) ?? '';
    const flipped = Uint8Array.from(pieces[photo] ?? [], (byte, index) => (index === 100 ? byte ^ 1 : byte));
    expect(verifyWhistleFile(changed('events.jsonl', (text) => text.replace('灯杆漏电', '灯杆没事')))).toMatchObject({
      ok: false,
      fault: 'changed',
    });
    expect(verifyWhistleFile(zipSync({ ...pieces, [photo]: flipped }))).toMatchObject({ ok: false, fault: 'changed', piece: photo });
    const { [photo]: _gone, ...rest } = pieces;
    expect(verifyWhistleFile(zipSync(rest))).toMatchObject({ ok: false, fault: 'missing', piece: photo });
    expect(verifyWhistleFile(zipSync({ ...pieces, 'more.txt': strToU8('x') }))).toMatchObject({ ok: false, fault: 'unlisted' });
    expect(verifyWhistleFile(strToU8('no archive'))).toMatchObject({ ok: false, fault: 'notAnArchive' });
  });

  /** The archive with pieces changed and the manifest mended. */
  const forge = (changes: Record<string, (text: string) => string>) => {
    const pieces = unzipSync(archive);
    const textOf = (name: string) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(pieces[name]);
    let manifest = textOf('MANIFEST.sha256');
    for (const [name, change] of Object.entries(changes)) {
      const bytes = strToU8(change(textOf(name)));
      const hash = createHash('sha256').update(bytes).digest('hex');
      manifest = manifest.replace(new RegExp(`[0-9a-f]{64}  ${name}`), `${hash}  ${name}`);
      pieces[name] = bytes;
    }
    return zipSync({ ...pieces, 'MANIFEST.sha256': strToU8(manifest) });
  };

  it('of a time before limits could be set checks too; limits that no event names, or that are not those of the event, do not', () => {
    const chainOf = (text: string): StoredEvent[] =>
      text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
    const withoutLimits = (text: string) => {
      const events = chainOf(text).map(({ payload, ...event }) => {
        const { limits: _limits, ...rest } = payload as { limits?: unknown };
        return { ...event, payload: rest };
      });
      const [first] = events;
      if (!first) throw new Error('an archive without events');
      const { aggregateType, aggregateId } = first;
      const told = events.map(({ type, v, at, actorId, payload }) => ({ type, v, at, actorId, payload }));
      const chain = chainEvents({ aggregateType, aggregateId }, { seq: 0, hash: GENESIS_HASH }, told);
      return chain.map((event) => `${JSON.stringify(event)}\n`).join('');
    };
    const stateWith = (change: (limits: WhistleLimits) => object) => (text: string) => {
      const { limits, ...state } = JSON.parse(text) as { limits: WhistleLimits };
      return JSON.stringify({ ...state, ...change(limits) });
    };
    const left = stateWith(() => ({}));
    const fault = { ok: false, fault: 'state', piece: 'whistle.json' };
    expect(verifyWhistleFile(forge({ 'events.jsonl': withoutLimits, 'whistle.json': left }))).toMatchObject({ ok: true });
    expect(verifyWhistleFile(forge({ 'events.jsonl': withoutLimits }))).toMatchObject(fault);
    expect(verifyWhistleFile(forge({ 'whistle.json': left }))).toMatchObject(fault);
    const longer = stateWith((limits) => ({ limits: { ...limits, plan: { ...limits.plan, amount: limits.plan.amount + 1 } } }));
    expect(verifyWhistleFile(forge({ 'whistle.json': longer }))).toMatchObject(fault);
  });

  it('tells a forger who also mends the manifest', () => {
    expect(verifyWhistleFile(forge({ 'events.jsonl': (text) => text.replace('灯杆漏电', '灯杆没事') }))).toMatchObject({
      fault: 'content',
      piece: 'event 1',
    });
    const withoutSecond = (text: string) =>
      text
        .split('\n')
        .filter((_, index) => index !== 1)
        .join('\n');
    expect(verifyWhistleFile(forge({ 'events.jsonl': withoutSecond }))).toMatchObject({ ok: false, fault: 'gap' });
    expect(verifyWhistleFile(forge({ 'whistle.json': (text) => text.replace('灯杆漏电', '灯杆没事') }))).toMatchObject({
      ok: false,
      fault: 'state',
    });
  });
});
