import type { CaseLimits, CaseSource, Urgency } from '#shared/cases/cases-schema.ts';
import { limitsFor } from '#shared/cases/limits.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { categoryRow } from '../../categories.ts';
import type { CategoryRow } from '../../category-row.ts';
import { cast } from './cast.ts';
import { matterOf } from './matters.ts';
import { type Act, act, type Story, type StoryPlace } from './story.ts';

/** How a case begins, in the words of a scenario; what is left out follows from category and place. */
export type Opening = {
  key: string;
  code: string;
  place: StoryPlace;
  at: Instant;
  source: CaseSource;
  /** number of the resident it is about: the reporter, or the one staff report for */
  resident?: number;
  by?: string;
  /** which of the matter's phrases */
  words?: number;
  title?: string;
  text?: string;
  urgency?: Urgency;
  turn?: number;
  livelihood?: boolean;
  duplicateOf?: string;
};

/** A story while it is told: the acts so far and what later acts need to know. */
export type Draft = {
  opening: Opening;
  row: CategoryRow & { scheme: string };
  limits: CaseLimits;
  urgency: Urgency;
  lead: string;
  hasApplicant: boolean;
  turn: number;
  acts: Act[];
};

const TEAM_ELSEWHERE = 'streetService';
const OWN = '友谊河社区';

export function draft(opening: Opening): Draft {
  const row = categoryRow(opening.code);
  const urgency = opening.urgency ?? row.urgency;
  const limits = limitsFor({ limits: row.limits, defaultUrgency: row.urgency }, urgency);
  const usual = row.lead ?? TEAM_ELSEWHERE;
  const lead = cast.isTeam(usual) && opening.place.community !== OWN ? TEAM_ELSEWHERE : usual;
  return { opening, row, limits, urgency, lead, hasApplicant: opening.resident !== undefined, turn: opening.turn ?? 0, acts: [] };
}

/** The finished story. */
export function finished({ opening, row, acts }: Draft): Story {
  const matter = matterOf(opening.code);
  const words = opening.words ?? 0;
  const { place, source, resident } = opening;
  const byResident = source === 'resident';
  return {
    key: opening.key,
    code: opening.code,
    place,
    duplicateOf: opening.duplicateOf ?? null,
    acts,
    report: {
      at: opening.at,
      by: opening.by ?? reporterOf(opening),
      source,
      kind: row.kind,
      title: opening.title ?? `${wordsOf(matter.wrong, words)}，${place.address}`,
      text: opening.text ?? wordsOf(matter.told, words),
      shot: (source === 'gridWorker' || source === 'patrol' || row.photos.includes('report')) && row.physical,
      behalf: byResident || resident === undefined ? null : resident,
      livelihood: opening.livelihood ?? false,
    },
  };
}

function reporterOf({ source, place, resident, turn = 0 }: Opening): string {
  switch (source) {
    case 'resident':
      return `resident ${resident ?? 1}`;
    case 'hotline':
      return cast.dispatcher(place, turn);
    case 'buildingHead':
      return 'fangjianguo';
    case 'estateGroupLeader':
      return 'zhaolihua';
    default:
      return cast.gridWorker(place);
  }
}

const wordsOf = (list: readonly [string, ...string[]], index: number) => list[index % list.length] ?? list[0];

export function register(d: Draft, at: Instant): void {
  const { row, urgency, opening } = d;
  const input = { kind: row.kind, urgency, categoryScheme: row.scheme, categoryCode: row.code, notDuplicate: true };
  d.acts.push(act({ at, by: cast.dispatcher(opening.place, d.turn), action: 'register', input }));
}

/** Departments are sent to by the street, the community's own teams by its dispatcher. `department` is replaced by its id when played. */
export function dispatch(d: Draft, at: Instant, supports: readonly string[] = []): void {
  const by = cast.isTeam(d.lead) ? cast.dispatcher(d.opening.place, d.turn) : cast.streetOperator(d.turn);
  d.acts.push(act({ at, by, action: 'dispatch', input: { leadUnitId: d.lead, supportUnitIds: [...supports] } }));
}

export function sign(d: Draft, at: Instant): void {
  d.acts.push(act({ at, by: cast.handler(d.lead), action: 'sign', input: {} }));
}

export function contact(d: Draft, at: Instant, note = '已电话联系，说明上门时间'): void {
  if (!d.hasApplicant) return;
  d.acts.push(act({ at, by: cast.handler(d.lead), action: 'contact', input: { way: 'phone', outcome: 'reached', note, contactAt: at } }));
}

export function feedback(d: Draft, at: Instant, result?: string): void {
  const done = result ?? wordsOf(matterOf(d.opening.code).done, d.opening.words ?? 0);
  const costFen = d.turn % 4 === 0 && d.row.physical ? 12_000 + d.turn * 350 : null;
  d.acts.push(act({ at, by: cast.handler(d.lead), action: 'submitFeedback', input: { result: done, costFen }, ...afterShot(d) }));
}

const afterShot = (d: Draft) => (d.row.photos.includes('feedback') ? ({ shot: 'after' } as const) : {});
const checkShot = (d: Draft) => (d.row.photos.includes('inspection') ? ({ shot: 'check' } as const) : {});

const inspectorOf = (d: Draft) => (d.turn % 3 === 0 ? cast.inspector(d.turn) : cast.gridWorker(d.opening.place));

export function inspectFail(d: Draft, at: Instant, reason = '现场看，问题还在'): void {
  d.acts.push(act({ at, by: inspectorOf(d), action: 'inspectFail', input: { reason }, ...checkShot(d) }));
}

export function inspectPass(d: Draft, at: Instant): void {
  d.acts.push(act({ at, by: inspectorOf(d), action: 'inspectPass', input: { note: '到现场看过，已办好' }, ...checkShot(d) }));
}

export type Answer = { solved: 'yes' | 'partly' | 'no'; rating: 1 | 2 | 3 | 4 | 5 };

/** The callback: every third applicant with an own report rates on the phone, the others are asked. */
export function callback(d: Draft, at: Instant, answer: Answer): void {
  if (!d.hasApplicant) return;
  const own = d.opening.source === 'resident' && d.turn % 3 === 0;
  const by = own ? `resident ${d.opening.resident ?? 1}` : cast.callbackOfficer;
  d.acts.push(act({ at, by, action: 'recordCallback', input: { ...answer, note: '' } }));
}
