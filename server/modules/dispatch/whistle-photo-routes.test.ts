import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileRoutes, storePhoto } from '#server/modules/files/index.ts';
import { newId } from '#server/platform/ids.ts';
import { callAs } from '#server/testing/caller.ts';
import { type CaseFixture, lampPoint, openCaseFixture, type Person } from '#server/testing/case-fixture.ts';
import { whistleCommand } from '#shared/dispatch/whistle-actions.ts';
import type { Actor } from '#shared/identity/identity-schema.ts';
import type { CaseId, FileId, RequestId, WhistleId } from '#shared/kernel/ids.ts';

let town: CaseFixture;
let server: Server;
let base: string;
let reader: Actor | null = null;
let caseId: CaseId;
const photoId = newId<FileId>();
const whistleId = newId<WhistleId>();

beforeAll(async () => {
  town = await openCaseFixture();
  const { platform } = town.test;
  const request = { ip: '', userAgent: '', headers: new Headers(), setCookies: () => undefined };
  const contextOf = async () => ({ ...platform, actor: reader, locale: 'zh' as const, request });
  server = createServer(express().use('/files', fileRoutes({ platform, contextOf }))).listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/files`;
  const bytes = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#667788' } })
    .jpeg()
    .toBuffer();
  await storePhoto(await town.as('gridWorker'), { id: photoId, bytes, capturedAt: 1_795_000_000_000, position: lampPoint });
  caseId = await town.submit('gridWorker', { source: 'gridWorker', photoIds: [photoId] });
});
afterAll(async () => {
  server.close();
  await town.close();
});

const api = async (person: Person) => callAs(town.test.platform, (await town.as(person)).actor).dispatch;

async function act(person: Person, action: string, more: object = {}): Promise<void> {
  const row = await town.test.platform.db.whistle.findUnique({ where: { id: whistleId }, select: { version: true } });
  const input = { whistleId, requestId: newId<RequestId>(), expectedVersion: row?.version ?? 0, ...more };
  await (await api(person)).act(whistleCommand.parse({ action, input }));
}

async function statusOf(person: Person, variant = 'full'): Promise<number> {
  reader = (await town.as(person)).actor;
  return (await fetch(`${base}/${photoId}/${variant}`)).status;
}

describe('how a case looked, for the units a whistle calls over it', () => {
  it('is nobody else’s while the whistle is a draft', async () => {
    const { works, sanitation } = town.departments;
    await act('secretary', 'draft', {
      ...{ whistleType: 'appeal', title: '灯杆歪了', reason: '要两家一起', point: lampPoint, address: '北门', caseIds: [caseId] },
      ...{ leadUnitId: works, supportUnitIds: [sanitation], areaM2: null, persons: null },
    });
    expect([await statusOf('secretary'), await statusOf('supporter'), await statusOf('teamHandler')]).toEqual([200, 404, 404]);
  });

  it('opens to the called units from the blow on, without the place of whoever took it; the sealed original stays shut', async () => {
    await act('secretary', 'blow');
    await act('streetOperator', 'approveBlow');
    expect([await statusOf('supporter'), await statusOf('supporter', 'original'), await statusOf('teamHandler')]).toEqual([200, 404, 404]);
    const own = await (await api('secretary')).byId({ whistleId });
    expect(own.photos).toMatchObject([{ id: photoId, purpose: 'report', lng: lampPoint.lng, lat: lampPoint.lat }]);
    const called = await (await api('supporter')).byId({ whistleId });
    expect([called.cases, called.hiddenCases]).toEqual([[], 1]);
    expect(called.photos).toMatchObject([{ id: photoId, purpose: 'report', lng: null, lat: null, capturedAt: 1_795_000_000_000 }]);
    expect(Object.keys(called.photos[0] ?? {})).not.toContain('ownerId');
  });
});
