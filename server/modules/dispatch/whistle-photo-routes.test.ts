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
  await picture('gridWorker', 1_795_000_000_000, photoId);
  caseId = await town.submit('gridWorker', { source: 'gridWorker', photoIds: [photoId] });
});
afterAll(async () => {
  server.close();
  await town.close();
});

let shade = 0;

/** A picture with its bytes, like no other, taken beside the lamp. */
async function picture(person: Person, capturedAt: number, id = newId<FileId>()): Promise<FileId> {
  const bytes = await sharp({ create: { width: 64, height: 48, channels: 3, background: { r: 102, g: 119, b: shade++ * 20 } } })
    .jpeg()
    .toBuffer();
  await storePhoto(await town.as(person), { id, bytes, capturedAt, position: lampPoint });
  return id;
}

const api = async (person: Person) => callAs(town.test.platform, (await town.as(person)).actor).dispatch;

async function act(person: Person, action: string, { id = whistleId, ...more }: { id?: WhistleId; [field: string]: unknown } = {}) {
  const row = await town.test.platform.db.whistle.findUnique({ where: { id }, select: { version: true } });
  const input = { whistleId: id, requestId: newId<RequestId>(), expectedVersion: row?.version ?? 0, ...more };
  await (await api(person)).act(whistleCommand.parse({ action, input }));
}

async function statusOf(person: Person, variant = 'full', fileId = photoId): Promise<number> {
  reader = (await town.as(person)).actor;
  const answer = await fetch(`${base}/${fileId}/${variant}`);
  await answer.arrayBuffer();
  return answer.status;
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

describe('before and after, for whoever reported it', () => {
  const id = newId<WhistleId>();
  const unitId = () => town.departments.works;
  let ownCase: CaseId;
  let pair: { beforeId: FileId; afterId: FileId };
  const seen = async (person: Person) => [await statusOf(person, 'full', pair.beforeId), await statusOf(person, 'full', pair.afterId)];
  const pairsTold = async () => (await (await api('resident')).ofOwnCase({ caseId: ownCase })).map(({ pairs }) => pairs.length);

  beforeAll(async () => {
    const { clock } = town.test;
    const later = (minutes: number) => {
      clock.now += minutes * 60_000;
      return clock.now;
    };
    const lead = unitId();
    ownCase = await town.submit('resident');
    const matter = {
      whistleType: 'appeal',
      title: '灯杆又歪了',
      reason: '要一家来',
      point: lampPoint,
      address: '北门',
      caseIds: [ownCase],
    };
    await act('secretary', 'draft', { id, ...matter, leadUnitId: lead, supportUnitIds: [], areaM2: null, persons: null });
    await act('secretary', 'blow', { id });
    await act('streetOperator', 'approveBlow', { id });
    await act('handler', 'acknowledge', { id, unitId: lead, person: '田力', phone: '18800004101', eta: clock.now });
    await act('handler', 'reportIn', { id, unitId: lead, position: lampPoint });
    const door = newId<string>();
    await act('secretary', 'listHouseholds', { id, households: [{ id: door, label: '北门 1 号' }] });
    const beforeId = await picture('secretary', clock.now);
    await act('secretary', 'recordVisit', {
      ...{ id, from: clock.now, to: later(20), minutes: '灯杆歪 20 度', photoIds: [beforeId] },
      ...{ attendance: [{ departmentId: lead, name: '田力' }], signatureIds: [await town.photo('secretary')] },
    });
    const heard = { householdId: door, way: 'visit', stance: 'agree', text: '快修', topics: [], heardAt: clock.now };
    await act('secretary', 'addOpinion', { id, opinionId: newId<string>(), ...heard });
    await act('secretary', 'closeOpinions', { id });
    const task = {
      ...{ id: newId<string>(), what: '扶正灯杆', departmentId: lead, dutyCode: null, from: '2026-11-17', to: '2026-11-18' },
      ...{ costFen: 0, source: 'none', proof: 'photo', quantity: '' },
    };
    await act('handler', 'proposePlan', { id, tasks: [task], note: '', deliberation: '' });
    await act('secretary', 'approvePlan', { id, draft: 1, overReason: '' });
    await act('handler', 'start', { id });
    const afterId = await picture('handler', later(60));
    const done = { done: true, text: '扶正了', quantity: '', costFen: 0, photoIds: [afterId], documentIds: [] };
    await act('handler', 'completeTask', { id, taskId: task.id, ...done });
    pair = { beforeId, afterId };
    await act('handler', 'complete', { id, pairs: [{ ...pair, spot: '北门朝南' }] });
  });

  it('stay shut while nobody has accepted the work, though they are a pair already', async () => {
    expect(await pairsTold()).toEqual([0]);
    expect([await seen('resident'), await seen('handler')]).toEqual([
      [404, 404],
      [200, 200],
    ]);
  });

  it('open with the acceptance to the applicant, and to no neighbour; the sealed originals stay shut', async () => {
    await act('secretary', 'acceptWork', { id, note: '', photoIds: [await town.photo('secretary')] });
    expect(await pairsTold()).toEqual([1]);
    expect([await seen('resident'), await seen('neighbour')]).toEqual([
      [200, 200],
      [404, 404],
    ]);
    expect(await statusOf('resident', 'original', pair.afterId)).toBe(404);
  });
});
