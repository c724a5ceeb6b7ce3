import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { performCaseAction } from '#server/modules/cases/index.ts';
import { fireDueMarks } from '#server/modules/clocks/index.ts';
import { firstBrokenLink, readEvents } from '#server/platform/events.ts';
import { newId } from '#server/platform/ids.ts';
import { callAs, refusalOf } from '#server/testing/caller.ts';
import { type CaseFixture, lampPoint, openCaseFixture, type Person } from '#server/testing/case-fixture.ts';
import { runQueue } from '#server/testing/run-queue.ts';
import type { CaseCommand } from '#shared/cases/cases-actions.ts';
import { replayWhistle } from '#shared/dispatch/evolve-whistle.ts';
import { type SentAction, whistleCommand } from '#shared/dispatch/whistle-actions.ts';
import type { WhistleSnapshot } from '#shared/dispatch/whistle-schema.ts';
import type { CaseId, FileId, RequestId, WhistleId } from '#shared/kernel/ids.ts';
import { parseWallClock } from '#shared/kernel/zone-time.ts';
import { toWhistleEvent } from './whistle-history.ts';

/** Shanghai wall-clock time. */
const at = (text: string) => parseWallClock('Asia/Shanghai', text) ?? Number.NaN;
const DAY_OF_BLOW = '2026-11-20T09:10';

let town: CaseFixture;
beforeAll(async () => {
  town = await openCaseFixture();
  town.test.clock.now = at('2026-11-20T08:40');
});
afterAll(() => town.close());

async function apiOf(person: Person) {
  return callAs(town.test.platform, (await town.as(person)).actor).dispatch;
}

async function stored(id: WhistleId): Promise<WhistleSnapshot> {
  const row = await town.test.platform.db.whistle.findUniqueOrThrow({ where: { id } });
  return row.snapshot as unknown as WhistleSnapshot;
}

type Act = { id: WhistleId; action: SentAction; input?: object };

async function act(person: Person, { id, action, input = {} }: Act): Promise<WhistleSnapshot> {
  const row = await town.test.platform.db.whistle.findUnique({ where: { id }, select: { version: true } });
  const common = { whistleId: id, requestId: newId<RequestId>(), expectedVersion: row?.version ?? 0 };
  const api = await apiOf(person);
  await api.act(whistleCommand.parse({ action, input: { ...common, ...input } }));
  return stored(id);
}

const refused = (person: Person, told: Act) => refusalOf(act(person, told));
const wait = (text: string) => {
  town.test.clock.now = at(text);
};

const matter = (over: object = {}) => ({
  ...{ whistleType: 'appeal', title: '28 号院地面起皮坑洼', reason: '地面归房管，渣土归城管，社区没有经费', point: lampPoint },
  ...{ address: '四环胡同 28 号院', caseIds: [], leadUnitId: town.departments.works, supportUnitIds: [town.departments.sanitation] },
  ...{ areaM2: 1500, persons: 70, ...over },
});
const here = { ...lampPoint, accuracyM: 12 };
const far = { ...lampPoint, lat: lampPoint.lat + 0.01 };

async function blown(over: object = {}): Promise<WhistleId> {
  const id = newId<WhistleId>();
  await act('secretary', { id, action: 'draft', input: matter(over) });
  await act('secretary', { id, action: 'blow' });
  await act('streetOperator', { id, action: 'approveBlow' });
  return id;
}

describe('28 号院, from the draft to 销账', () => {
  const id = newId<WhistleId>();
  const doors = Array.from({ length: 26 }, (_, no) => ({ id: newId<string>(), label: `北房 ${no + 1} 号` }));
  const tasks = () =>
    [town.departments.sanitation, town.departments.works].map((departmentId, no) => ({
      ...{
        id: newId<string>(),
        what: no === 0 ? '清旧面层' : '铺透水砖',
        departmentId,
        dutyCode: null,
        from: '2026-12-03',
        to: '2026-12-15',
      },
      ...{ costFen: 1_800_000, source: 'department', proof: 'photo', quantity: '1500 m²' },
    }));
  let caseId: CaseId;
  let visitPhoto: FileId;

  it('is drafted over a case and asks the street, which answers within its four working hours', async () => {
    caseId = await town.submit('resident');
    await act('secretary', { id, action: 'draft', input: matter({ caseIds: [caseId] }) });
    const asked = await act('secretary', { id, action: 'blow' });
    expect([asked.state, asked.whistleNo, asked.blowAsked?.due?.at]).toEqual(['drafted', 'W2611-01', at('2026-11-20T14:10')]);
    expect(await refused('secretary', { id, action: 'approveBlow' })).toBe('notYourRole');
    expect(
      await refused('handler', {
        id,
        action: 'acknowledge',
        input: ofLead({ person: '田力', phone: '18800004101', eta: at('2026-11-23T14:00') }),
      }),
    ).toBe('notFound');
    wait(DAY_OF_BLOW);
    const called = await act('streetOperator', { id, action: 'approveBlow' });
    const dues = called.units.map(({ ackDue, reportInDue }) => [ackDue?.at, reportInDue?.at]);
    expect(dues).toEqual(Array(2).fill([at('2026-11-20T14:40'), at('2026-11-24T18:00')]));
  });
  const ofLead = (more: object = {}) => ({ unitId: town.departments.works, ...more });
  const ofSupport = (more: object = {}) => ({ unitId: town.departments.sanitation, ...more });

  it('keeps its case from being fed back while it is open', async () => {
    const steps: [Person, CaseCommand['action'], object][] = [
      ['dispatcher', 'register', registration],
      ['streetOperator', 'dispatch', { leadUnitId: town.departments.works, supportUnitIds: [], note: '' }],
      ['handler', 'sign', {}],
    ];
    for (const [person, action, input] of steps) await town.act(person, caseId, { action, ...input } as never);
    const row = await town.test.platform.db.case.findUniqueOrThrow({ where: { id: caseId }, select: { version: true } });
    const input = {
      caseId,
      requestId: newId<RequestId>(),
      expectedVersion: row.version,
      result: '修了',
      photoIds: [await town.photo('handler')],
      costFen: null,
    };
    const feedback = performCaseAction(await town.as('handler'), { action: 'submitFeedback', input } as CaseCommand);
    expect(await refusalOf(feedback)).toBe('whistleOpen');
  });

  it('hears one objection and overrules it: the unit leads to the end and may not object again', async () => {
    wait('2026-11-20T10:05');
    await act('lead', { id, action: 'object', input: ofLead({ reason: '产权不明', legalBasis: '房屋管理条例' }) });
    expect(await refused('streetOperator', { id, action: 'overruleObjection', input: ofLead({ ruling: '直管公房' }) })).toBe(
      'reviewerBlew',
    );
    wait('2026-11-20T11:00');
    const ruled = await act('secondOperator', { id, action: 'overruleObjection', input: ofLead({ ruling: '直管公房，由房管所主办' }) });
    // its own clocks run anew from the ruling, the other unit's stay
    expect(ruled.units.map(({ ackDue }) => ackDue?.at)).toEqual([at('2026-11-20T16:30'), at('2026-11-20T14:40')]);
    expect(await refused('lead', { id, action: 'object', input: ofLead({ reason: '再议', legalBasis: '同前' }) })).toBe('leadLocked');
    const eta = at('2026-11-23T14:00');
    await act('handler', { id, action: 'acknowledge', input: ofLead({ person: '田力', phone: '188 0000 4101', eta }) });
  });

  it('escalates the unit that stays silent to the street, then to the district, each once', async () => {
    wait('2026-11-23T18:30');
    const { platform } = town.test;
    expect(await fireDueMarks(platform)).toBeGreaterThan(0);
    await runQueue(town.test);
    await runQueue(town.test);
    const events = (await readEvents(platform.db, { aggregateType: 'whistle', aggregateId: id })).map(toWhistleEvent);
    const climbed = events.flatMap((event) => (event.type === 'WhistleEscalated' ? [event.payload] : []));
    const { sanitation } = town.departments;
    expect(climbed).toEqual([
      { limit: `acknowledge:${sanitation}`, unitId: sanitation, to: 'street' },
      { limit: `acknowledge:${sanitation}`, unitId: sanitation, to: 'district' },
    ]);
    expect((await (await apiOf('streetOperator')).counts({ views: ['silent', 'hot'] })).counts).toEqual({ silent: 1, hot: 1 });
    const eta = at('2026-11-24T09:00');
    const answered = await act('supporter', {
      id,
      action: 'acknowledge',
      input: ofSupport({ person: '孟晓东', phone: '18800004102', eta }),
    });
    expect(answered.state).toBe('acknowledged');
  });

  it('takes a position only within 200 m, a code only while it is good, and the word of the secretary with a reason', async () => {
    wait('2026-11-24T09:00');
    expect(await refused('handler', { id, action: 'reportIn', input: ofLead({ position: far }) })).toBe('tooFar');
    const vague = { ...here, accuracyM: 900 };
    expect(await refused('handler', { id, action: 'reportIn', input: ofLead({ position: vague }) })).toBe('positionTooVague');
    expect(await refused('supporter', { id, action: 'reportIn', input: ofLead({ position: here }) })).toBe('notYourUnit');
    // the digits prove presence, not the unit: whoever reads them off the tablet signs in for nobody else
    const { code } = await (await apiOf('secretary')).attendanceCode({ whistleId: id });
    expect(await refused('handler', { id, action: 'reportIn', input: ofSupport({ code }) })).toBe('notYourUnit');
    await act('handler', { id, action: 'reportIn', input: ofLead({ position: here }) });
    expect(await refused('supporter', { id, action: 'reportIn', input: ofSupport({ code: '000000' }) })).toBe('codeWrong');
    const onSite = await act('supporter', { id, action: 'reportIn', input: ofSupport({ code }) });
    expect([onSite.state, onSite.units.map(({ arrival }) => arrival?.by)]).toEqual(['onSite', ['position', 'code']]);
  });

  it('refuses the plan until the visit is recorded and enough households were heard', async () => {
    await act('secretary', { id, action: 'listHouseholds', input: { households: doors } });
    expect(await refused('secretary', { id, action: 'closeOpinions' })).toBe('visitMissing');
    visitPhoto = await town.photo('secretary', { at: at('2026-11-24T10:20'), ...lampPoint });
    const signature = await town.photo('secretary');
    await act('secretary', {
      id,
      action: 'recordVisit',
      input: {
        ...{ from: at('2026-11-24T08:50'), to: at('2026-11-24T09:00'), minutes: '三方到场，坑洼最深 6 厘米' },
        attendance: [ofLead(), ofSupport()].map(({ unitId }) => ({ departmentId: unitId, name: '到场人' })),
        ...{ photoIds: [visitPhoto], signatureIds: [signature] },
      },
    });
    expect(await refused('secretary', { id, action: 'closeOpinions' })).toBe('opinionsMissing');
    const slips = await (await apiOf('secretary')).slips({ whistleId: id });
    const visitor = callAs(town.test.platform, null).dispatch;
    const says = { stance: 'agree', text: '同意修' } as const;
    const [byLink, typed] = slips;
    await visitor.sayAtDoor({ code: byLink?.code ?? '', came: 'link', requestId: newId(), ...says });
    await visitor.sayAtDoor({ code: typed?.code ?? '', came: 'typed', requestId: newId(), ...says });
    const told = (await readEvents(town.test.platform.db, { aggregateType: 'whistle', aggregateId: id })).map(toWhistleEvent);
    expect(told.flatMap((event) => (event.type === 'OpinionRecorded' ? [event.payload.way] : []))).toEqual(['link', 'paper']);
    const [third] = doors.slice(2);
    const heard = {
      householdId: third?.id ?? null,
      way: 'visit',
      stance: 'conditional',
      text: '保住枣树',
      topics: ['枣树'],
      heardAt: at('2026-11-24T08:55'),
    };
    await act('gridWorker', { id, action: 'addOpinion', input: { opinionId: newId<string>(), ...heard } });
    expect((await act('secretary', { id, action: 'closeOpinions' })).state).toBe('opinionsCollected');
    expect((await visitor.door({ code: slips[0]?.code ?? '' })).household.opinions).toBe(1);
  });

  it('is planned when the support agrees; a task for the community must stand on its duty list', async () => {
    const community = { ...tasks()[0], id: newId<string>(), departmentId: null, dutyCode: '02' };
    expect(await refused('handler', { id, action: 'proposePlan', input: { tasks: [community] } })).toBe('notCommunityDuty');
    const duty = { districtId: town.districtId, requestId: newId<RequestId>(), code: '02', nameZh: '逐户告知', basis: '社区职责清单' };
    await (await apiOf('administrator')).addDuty(duty);
    await act('handler', { id, action: 'proposePlan', input: { tasks: [...tasks(), community] } });
    expect(await refused('secretary', { id, action: 'approvePlan', input: { draft: 1 } })).toBe('planUnanswered');
    await act('supporter', { id, action: 'agreePlan', input: ofSupport({ draft: 1 }) });
    const planned = await act('secretary', { id, action: 'approvePlan', input: { draft: 1 } });
    expect([planned.state, planned.finishDue?.at]).toEqual(['planned', at('2026-12-15T18:00')]);
  });

  it('is done with photos, keeps a unit with an open task, fails one acceptance and passes the next by somebody else', async () => {
    wait('2026-12-03T09:00');
    const { plan } = await act('handler', { id, action: 'start' });
    expect(await refused('supporter', { id, action: 'leave', input: ofSupport() })).toBe('openTask');
    let afterwards = { ...lampPoint, lng: lampPoint.lng + 0.01, at: at('2026-12-03T15:00') };
    const note = async (person: Person) => {
      const photoId = await town.photo(person, afterwards);
      await act(person, { id, action: 'addNote', input: { note: '同一机位', photoIds: [photoId] } });
      return photoId;
    };
    const report = async (person: Person, no: number) => {
      const photoIds = plan?.tasks[no]?.departmentId === null ? [] : [await town.photo(person, afterwards)];
      const docs = photoIds.length === 0 ? [await town.photo(person)] : photoIds;
      const input = { taskId: plan?.tasks[no]?.id, done: true, text: '完成', quantity: '1500 m²', costFen: 1_800_000, photoIds: docs };
      await act(person, { id, action: 'completeTask', input });
      return docs[0];
    };
    await report('supporter', 0);
    expect(await refused('handler', { id, action: 'complete', input: { pairs: [] } })).toBe('tasksOpen');
    const afterId = await report('handler', 1);
    await report('gridWorker', 2);
    const pairs = [{ beforeId: visitPhoto, afterId, spot: '院门朝北' }];
    expect(await refused('handler', { id, action: 'complete', input: { pairs } })).toBe('pairApart');
    afterwards = { ...lampPoint, at: at('2026-12-02T09:00') };
    const tooEarly = await note('handler');
    expect(await refused('handler', { id, action: 'complete', input: { pairs: [{ ...pairs[0], afterId: tooEarly }] } })).toBe(
      'pairTooEarly',
    );
    afterwards = { ...lampPoint, at: at('2026-12-03T16:00') };
    const fromTheSpot = await note('handler');
    const reversed = { beforeId: fromTheSpot, afterId: visitPhoto, spot: '' };
    expect(await refused('handler', { id, action: 'complete', input: { pairs: [reversed] } })).toBe('pairReversed');
    const done = await act('handler', { id, action: 'complete', input: { pairs: [{ ...pairs[0], afterId: fromTheSpot }] } });
    expect(done.pairs).toEqual([{ ...pairs[0], afterId: fromTheSpot, apartM: 0 }]);
    const rejection = { reason: '东厢门口积水', taskIds: [plan?.tasks[1]?.id], photoIds: [await town.photo('secretary')] };
    const failed = await act('secretary', { id, action: 'rejectWork', input: rejection });
    expect([failed.state, failed.reworkCount]).toEqual(['executing', 1]);
    await act('supporter', { id, action: 'leave', input: ofSupport() });
    const again = await report('handler', 1);
    await act('handler', { id, action: 'complete', input: { pairs: [{ ...pairs[0], afterId: again }] } });
    const photoIds = [await town.photo('gridWorker')];
    expect(await refused('gridWorker', { id, action: 'acceptWork', input: { photoIds } })).toBe('workerMayNotAccept');
    await act('secretary', { id, action: 'acceptWork', input: { photoIds: [await town.photo('secretary')] } });
  });

  it('is told to every household, rated by both sides, and only then cleared by the street', async () => {
    wait('2026-12-18T10:00');
    const told = doors.map((door) => door.id);
    await act('secretary', { id, action: 'tellResult', input: { way: 'message', householdIds: told.slice(0, 24) } });
    expect(await refused('secretary', { id, action: 'feedBack', input: { result: '修好了' } })).toBe('householdsUntold');
    await act('gridWorker', { id, action: 'tellResult', input: { way: 'visit', householdIds: told.slice(24) } });
    await act('secretary', { id, action: 'feedBack', input: { result: '院子修好了' } });
    const [slip, otherSlip] = await (await apiOf('secretary')).slips({ whistleId: id });
    const visitor = callAs(town.test.platform, null).dispatch;
    const once = { code: slip?.code ?? '', requestId: newId<RequestId>(), solved: 'yes', note: '', thanks: true } as const;
    await visitor.answerAtDoor(once);
    await visitor.answerAtDoor(once);
    expect(await refusalOf(visitor.answerAtDoor({ ...once, solved: 'no', note: '还没好' }))).toBe('requestReused');
    const keys = (await town.test.platform.db.rateLimit.findMany({ select: { key: true } })).map(({ key }) => key);
    expect(keys.filter((key) => key.startsWith('door.account'))).not.toEqual([]);
    expect(keys.filter((key) => key.includes((slip?.code ?? '').replace(/[\s-]/g, '')))).toEqual([]);
    const own = await callAs(town.test.platform, (await town.as('resident')).actor).dispatch.ofOwnCase({ caseId });
    expect(own).toMatchObject([{ state: 'fedBack', result: { text: '院子修好了' }, solved: { yes: 1, answered: 1, thanks: 1 } }]);
    const marks = { arrival: 5, work: 5, result: 4, note: '' };
    await act('secretary', { id, action: 'rateUnit', input: ofLead(marks) });
    await act('handler', { id, action: 'rateWhistle', input: ofLead({ justification: 5, information: 4 }) });
    expect(await refused('streetOperator', { id, action: 'clear' })).toBe('unitUnrated');
    await act('secretary', { id, action: 'rateUnit', input: ofSupport(marks) });
    await act('supporter', { id, action: 'rateWhistle', input: ofSupport({ justification: 5, information: 5 }) });
    await visitor.answerAtDoor({ code: otherSlip?.code ?? '', requestId: newId(), solved: 'no', note: '门口还积水' });
    await runQueue(town.test);
    const heard = async (who: 'secretary' | 'supporter', words: string) => {
      const { rows } = await callAs(town.test.platform, (await town.as(who)).actor).notifications.list({ limit: 200 });
      return rows.flatMap(({ subject, text, loud }) => (subject.id === id && text.zh.includes(words) ? [`${loud} ${text.zh}`] : []));
    };
    const { whistleNo: no } = await stored(id);
    expect(await heard('secretary', '没完全修好')).toEqual([`normal ${no} 有住户说没完全修好，请去看看`]);
    expect(await heard('supporter', '谢谢')).toEqual([`quiet ${no} 有住户说谢谢`]);
    expect(await refused('streetOperator', { id, action: 'clear' })).toBe('householdsUnsolved');
    const cleared = await act('streetOperator', { id, action: 'clear', input: { overReason: '积水另行立项' } });
    expect([cleared.state, cleared.persons, cleared.areaM2]).toEqual(['cleared', 70, 1500]);
  });

  it('is the fold of an unbroken chain, and lets its case go on', async () => {
    const { db } = town.test.platform;
    const events = await readEvents(db, { aggregateType: 'whistle', aggregateId: id });
    expect(firstBrokenLink(events)).toBeNull();
    expect(replayWhistle(events.map(toWhistleEvent))).toEqual(await stored(id));
    expect(await db.caseWhistle.findMany({ where: { whistleId: id }, select: { open: true } })).toEqual([{ open: false }]);
    expect(await db.runningLimit.count({ where: { aggregateType: 'whistle', aggregateId: id } })).toBe(0);
  });
});

const registration = {
  ...{ kind: 'report', urgency: 'normal', categoryScheme: 'GB/T 30428', categoryCode: '01017', point: null },
  ...{ address: null, unitId: null, duplicateOfId: null, notDuplicate: true },
};

describe('writes on a whistle', () => {
  it('answer a repeat with the first result and never act twice', async () => {
    wait('2026-12-21T09:00');
    const id = newId<WhistleId>();
    const input = whistleCommand.parse({ action: 'draft', input: { whistleId: id, requestId: newId<RequestId>(), ...matter() } });
    const api = await apiOf('secretary');
    const [first, second] = await Promise.all([api.act(input), api.act(input)]);
    expect(second).toEqual(first);
    expect(await town.test.platform.db.domainEvent.count({ where: { aggregateId: id } })).toBe(1);
  });

  it('refuse other content under a request that was answered, and take it under a new one', async () => {
    const id = await blown();
    const { version } = await stored(id);
    const note = (input: object) => ({ action: 'addNote', input: { whistleId: id, expectedVersion: version, photoIds: [], ...input } });
    const requestId = newId<RequestId>();
    const api = await apiOf('handler');
    const send = (input: object) => api.act(whistleCommand.parse(note(input)));
    const first = await send({ requestId, note: '明天上午到' });
    expect(await send({ requestId, note: '明天上午到', expectedVersion: version + 1 })).toEqual(first);
    expect(await refusalOf(send({ requestId, note: '后天上午到' }))).toBe('requestReused');
    expect((await send({ requestId: newId(), note: '后天上午到' })).version).toBe(version + 2);
  });

  it('stop who guesses the digits on the tablet', async () => {
    const id = await blown();
    await act('handler', {
      id,
      action: 'acknowledge',
      input: { unitId: town.departments.works, person: '许峰', phone: '13800000000', eta: town.test.clock.now + 3_600_000 },
    });
    const guess = () =>
      refused('handler', { id, action: 'reportIn', input: { unitId: town.departments.works, position: null, code: '000000' } });
    const answers = [];
    for (let tries = 0; tries < 12; tries += 1) answers.push(await guess());
    expect([new Set(answers.slice(0, 10)), new Set(answers.slice(10))]).toEqual([new Set(['codeWrong']), new Set(['tooManyTries'])]);
  });

  it('let one of many answers at once count', async () => {
    const id = await blown();
    const api = await apiOf('handler');
    const { version } = await stored(id);
    const eta = town.test.clock.now + 3_600_000;
    const answer = { whistleId: id, expectedVersion: version, unitId: town.departments.works, phone: '18800004101', eta };
    const answers = Array.from({ length: 12 }, (_, no) => ({
      action: 'acknowledge' as const,
      input: { ...answer, requestId: newId<RequestId>(), person: `甲${no}` },
    }));
    const outcomes = await Promise.allSettled(answers.map((each) => api.act(each)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('show each person exactly the whistles the counts count', async () => {
    for (const person of ['secretary', 'streetOperator', 'handler', 'supporter', 'gridWorker', 'auditor'] as const) {
      const api = await apiOf(person);
      const { counts } = await api.counts({});
      for (const view of Object.keys(counts) as (keyof typeof counts)[]) {
        const { rows } = await api.list({ view, limit: 200 });
        expect({ person, view, rows: rows.length }).toEqual({ person, view, rows: counts[view] });
        const stages = await api.stageCounts({ view });
        for (const state of new Set(rows.map((row) => row.state))) {
          expect({ person, view, state, count: stages.counts[state] }).toEqual({
            ...{ person, view, state, count: rows.filter((row) => row.state === state).length },
          });
        }
        expect(Object.values(stages.counts).reduce((sum, count) => sum + count, 0)).toBe(counts[view]);
      }
    }
  });
});
