import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { strToU8, unzipSync, zipSync } from 'fflate';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storePhoto } from '#server/modules/files/index.ts';
import { newId } from '#server/platform/ids.ts';
import { callAs } from '#server/testing/caller.ts';
import { openPermissionWorld, type PermissionWorld } from '#server/testing/permission-world.ts';
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

  it('tells a forger who also mends the manifest', async () => {
    const { createHash } = await import('node:crypto');
    const forge = (name: string, change: (text: string) => string) => {
      const pieces = unzipSync(archive);
      const bytes = strToU8(change(new TextDecoder('utf-8', { ignoreBOM: true }).decode(pieces[name])));
      const hash = createHash('sha256').update(bytes).digest('hex');
      const manifest = new TextDecoder().decode(pieces['MANIFEST.sha256']).replace(new RegExp(`[0-9a-f]{64}  ${name}`), `${hash}  ${name}`);
      return zipSync({ ...pieces, [name]: bytes, 'MANIFEST.sha256': strToU8(manifest) });
    };
    expect(verifyWhistleFile(forge('events.jsonl', (text) => text.replace('灯杆漏电', '灯杆没事')))).toMatchObject({
      fault: 'content',
      piece: 'event 1',
    });
    const withoutSecond = (text: string) =>
      text
        .split('\n')
        .filter((_, index) => index !== 1)
        .join('\n');
    expect(verifyWhistleFile(forge('events.jsonl', withoutSecond))).toMatchObject({ ok: false, fault: 'gap' });
    expect(verifyWhistleFile(forge('whistle.json', (text) => text.replace('灯杆漏电', '灯杆没事')))).toMatchObject({
      ok: false,
      fault: 'state',
    });
  });
});
