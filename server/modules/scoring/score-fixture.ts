import { caseAggregate, caseColumns } from '#server/modules/cases/index.ts';
import { chainEvents, fromRow, GENESIS_HASH, type StoredEvent, toRow } from '#server/platform/events.ts';
import { newId } from '#server/platform/ids.ts';
import { type CaseFixture, lampPoint, streetLamp } from '#server/testing/case-fixture.ts';
import type { Due, Limit } from '#shared/calendar/calendar-schema.ts';
import { CASE_EVENT_VERSION, type CaseEvent, type NewCaseEvent, type Placed } from '#shared/cases/cases-events.ts';
import type { CaseSource } from '#shared/cases/cases-schema.ts';
import { replayCase } from '#shared/cases/evolve-case.ts';
import { defaultLimits } from '#shared/cases/limits.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import { DAY, HOUR, type Instant } from '#shared/kernel/time.ts';

/** 2026-10-01 00:00 in Shanghai. */
export const OCTOBER = Date.parse('2026-09-30T16:00:00Z');

type Grid = 'n1' | 'n2' | 's1' | 's2';
type Registration = { unit?: Grid; finish: Instant | null; contact?: Instant | null };
type Timed = { at: Instant; events: NewCaseEvent[] };

/** Writes histories of cases as commands would leave them: row, events, chain. */
export type CaseWriter = {
  due: (at: Instant) => Due;
  registered: (index: number, registration: Registration) => NewCaseEvent[];
  create: (history: { at: Instant; source?: CaseSource; unit?: Grid; later: Timed[] }) => Promise<CaseId>;
  add: (ids: readonly CaseId[], at: Instant, events: (id: CaseId, index: number) => NewCaseEvent[]) => Promise<void>;
};

export function caseWriter(at: CaseFixture): CaseWriter {
  const { db } = at.test.platform;
  const actorId = at.people.dispatcher;
  let numbers = 0;
  const due = (when: Instant): Due => ({ at: when, provisional: false, calendarVersion: 1 });
  const placed = (unit: Grid): Placed => {
    const { id, path } = at.units[unit];
    const communityId = at.units[unit.startsWith('n') ? 'north' : 'south'].id;
    return { placement: 'inside', unitId: id, unitPath: path, scopePath: path, gridId: id, communityId };
  };
  const category = { categoryScheme: streetLamp.scheme, categoryCode: streetLamp.code };
  const limit: Limit = { amount: 5, unit: 'workingDays' };
  const registered: CaseWriter['registered'] = (_index, { unit = 'n1', finish, contact = null }) => {
    numbers += 1;
    return [
      {
        type: 'CaseRegistered',
        payload: {
          caseNo: `2610-${String(numbers).padStart(4, '0')}`,
          ...{
            kind: 'report',
            urgency: 'normal',
            ...category,
            placed: placed(unit),
            point: null,
            address: null,
            limits: defaultLimits.normal,
          },
          finishDue: finish === null ? null : due(finish),
          finishClock: finish === null ? null : { limit, from: finish - DAY },
          contactDue: contact === null ? null : due(contact),
          duplicateOfId: null,
        },
      },
    ];
  };
  const store = async (id: CaseId, last: { seq: number; hash: string }, timed: readonly Timed[]): Promise<StoredEvent[]> => {
    const events = timed.flatMap(({ at: when, events: list }) =>
      list.map((event) => ({ ...event, v: CASE_EVENT_VERSION, at: when, actorId })),
    );
    const chained = chainEvents(caseAggregate(id), last, events);
    await db.domainEvent.createMany({ data: chained.map(toRow) });
    return chained;
  };
  const columnsOf = (events: readonly StoredEvent[]) => {
    const snapshot = replayCase(
      events.map(
        ({ type, payload, seq, at: when, actorId: by, v }) => ({ type, payload, meta: { seq, at: when, actorId: by, v } }) as CaseEvent,
      ),
    );
    if (snapshot === null) throw new Error('a case without events');
    return { snapshot, columns: caseColumns(snapshot, { districtId: at.districtId, description: '' }) };
  };
  const create: CaseWriter['create'] = async ({ at: when, source = 'resident', unit = 'n1', later }) => {
    const id = newId<CaseId>();
    const reported: NewCaseEvent = {
      type: 'CaseReported',
      payload: {
        ...{
          caseId: id,
          kind: 'report',
          source,
          ...category,
          title: '路灯不亮',
          point: lampPoint,
          address: '建设路 12 号',
          placed: placed(unit),
        },
        ...{ applicantId: null, hasApplicant: true, photoIds: [], acceptDue: null, capturedAt: null, livelihood: false, imported: false },
      },
    };
    const events = await store(id, { seq: 0, hash: GENESIS_HASH }, [{ at: when, events: [reported] }, ...later]);
    const { snapshot, columns } = columnsOf(events);
    await db.case.create({ data: { id, firstCommunityId: placed(unit).communityId, ...columns, communityId: snapshot.communityId } });
    return id;
  };
  const add: CaseWriter['add'] = async (ids, when, events) => {
    for (const [index, id] of ids.entries()) {
      const known = (await db.domainEvent.findMany({ where: caseAggregate(id), orderBy: { seq: 'asc' } })).map(fromRow);
      const last = known.at(-1);
      if (!last) throw new Error('a case without events');
      const added = await store(id, last, [{ at: when, events: events(id, index) }]);
      await db.case.update({ where: { id }, data: columnsOf([...known, ...added]).columns });
    }
  };
  return { due, registered, create, add };
}

const closed: NewCaseEvent = {
  type: 'CaseClosed',
  payload: { note: '', photoIds: [], documentIds: [], distanceM: null, callbackDue: null },
};

/** The worked example of scoring.md D8 C in October 2026 for the northern community, as far as it rests on cases. */
export async function writeOctober(write: CaseWriter, at: CaseFixture) {
  const september = OCTOBER - 10 * DAY;
  const noon = (day: number) => OCTOBER + (day - 1) * DAY + 12 * HOUR;
  const many = async (count: number, make: (index: number) => Promise<CaseId>) => {
    const ids: CaseId[] = [];
    for (let index = 0; index < count; index += 1) ids.push(await make(index));
    return ids;
  };
  const contacted = (when: Instant): Timed => ({
    at: when,
    events: [{ type: 'ApplicantContacted', payload: { way: 'phone', outcome: 'reached', note: '', contactAt: when } }],
  });
  const register = (when: Instant, index: number, registration: Registration): Timed => ({
    at: when,
    events: write.registered(index, registration),
  });
  // 120 contacts due, 114 in time
  await many(120, (index) =>
    write.create({
      at: september,
      later: [register(september, index, { finish: null, contact: noon(5) }), contacted(index < 114 ? noon(5) : noon(5) + HOUR)],
    }),
  );
  // 100 due: 88 closed in time, 8 late, 4 not before November; of the 96 handled 6 came back from inspection
  const onTime = await many(100, (index) => {
    const dueAt = noon(10);
    const failed: NewCaseEvent = {
      type: 'InspectionFailed',
      payload: { reason: '没修好', photoIds: [], documentIds: [], distanceM: null, finishDue: write.due(dueAt), finishClock: null },
    };
    const end = index < 88 ? dueAt : index < 96 ? noon(20) : noon(31) + DAY;
    const rework: Timed[] = index < 6 ? [{ at: noon(8), events: [failed] }] : [];
    const later = [
      register(september, index, { unit: index % 2 === 0 ? 'n1' : 'n2', finish: dueAt }),
      ...rework,
      { at: end, events: [closed] },
    ];
    return write.create({ at: september, unit: index % 2 === 0 ? 'n1' : 'n2', later });
  });
  // 80 callbacks: 68 solved, 72 at least fairly satisfied
  const calledBack = await many(80, (index) => {
    const answer: NewCaseEvent = {
      type: 'CallbackRecorded',
      payload: { solved: index < 68 ? 'yes' : 'no', rating: index < 72 ? 3 : 2, note: '', by: 'officer' },
    };
    const later = [
      register(september, index, { finish: september + DAY }),
      { at: september + HOUR, events: [closed] },
      { at: noon(3), events: [answer] },
    ];
    return write.create({ at: september, later });
  });
  // 100 registered, 62 found before anybody complained
  const registered = await many(100, (index) =>
    write.create({
      at: noon(7),
      source: index < 62 ? 'gridWorker' : 'resident',
      later: [register(noon(7), index, { finish: noon(31) + 30 * DAY })],
    }),
  );
  // reported in October and never assessed; two more wait and will be moved to the south
  const ends: NewCaseEvent[] = [
    { type: 'CaseDeclined', payload: { reason: 'abusive', note: '' } },
    { type: 'CaseDiverted', payload: { exit: 'petitionOffice', note: '' } },
    ...Array.from({ length: 4 }, (): NewCaseEvent => ({ type: 'CaseVoided', payload: {} })),
  ];
  await many(ends.length, (index) => write.create({ at: noon(9), later: [{ at: noon(9), events: ends.slice(index, index + 1) }] }));
  const waiting = await many(2, () => write.create({ at: noon(30), later: [] }));
  // the neighbours' cases are not ours
  await write.create({ at: noon(4), unit: 's1', later: [register(noon(4), 0, { unit: 's1', finish: noon(9) })] });
  return { onTime, calledBack, registered, waiting, north: at.units.north.id };
}
