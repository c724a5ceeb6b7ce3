import type { WorkCalendar } from '#shared/calendar/calendar-schema.ts';
import { type CaseContext, noCaseFacts } from '#shared/cases/case-context.ts';
import { defaultCaseSettings } from '#shared/cases/case-settings.ts';
import type { CaseCommand } from '#shared/cases/cases-actions.ts';
import { CASE_EVENT_VERSION, type CaseEvent } from '#shared/cases/cases-events.ts';
import { decideCase } from '#shared/cases/cases-lifecycle.ts';
import type { CaseSnapshot } from '#shared/cases/cases-schema.ts';
import { evolveCase, stamp } from '#shared/cases/evolve-case.ts';
import { dueBy } from '#shared/clocks/limit-due.ts';
import { systemActor } from '#shared/identity/actor-policy.ts';
import type { Actor } from '#shared/identity/identity-schema.ts';
import type { FileId, UnitId, UserId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { childPath } from '#shared/territory/path.ts';
import { categoryRow, rowData } from '../../categories.ts';
import { communityDuties } from '../../district-rules.ts';
import type { DemoUnit } from '../../geography/demo-geography.ts';
import { namedId } from '../../named-id.ts';
import { departmentIds, departmentRows } from '../departments.ts';
import { demoPeople, type People } from '../insert-people.ts';
import { cast } from './cast.ts';
import type { Story } from './story.ts';
import { actCommand, caseIdOf, type Glossary, reportInput } from './story-commands.ts';

export type Rehearsed = { story: Story; snapshot: CaseSnapshot; events: CaseEvent[] };
type Hall = {
  glossary: Glossary;
  actors: ReadonlyMap<string, Actor>;
  units: readonly DemoUnit[];
  paths: ReadonlyMap<string, string>;
  calendar: WorkCalendar;
};

/** Plays the stories against the pure lifecycle alone, without a database. Throws with the refusal and the act that was refused. */
export function rehearse(
  stories: readonly Story[],
  given: { units: readonly DemoUnit[]; calendar: WorkCalendar; now: Instant },
): Rehearsed[] {
  const { units, calendar, now } = given;
  const paths = pathsOf(units);
  const people = demoPeople(units, now);
  const departments = departmentIds(now);
  const caseIds = new Map(stories.map((story) => [story.key, caseIdOf(story)]));
  const glossary = { departments, people, caseIds };
  const hall: Hall = { glossary, units, paths, calendar, actors: actorsOf(people, { paths, departments }) };
  return stories.map((story) => rehearseOne(hall, story));
}

function rehearseOne(hall: Hall, story: Story): Rehearsed {
  const events: CaseEvent[] = [];
  let snapshot: CaseSnapshot | null = null;
  const perform = (command: CaseCommand, { by, at }: { by: string; at: Instant }) => {
    const actor = hall.actors.get(by);
    if (!actor) throw new Error(`nobody is called ${by}`);
    const decision = decideCase({ snapshot, command, actor, context: contextOf(hall, { story, at }) });
    if (!decision.ok) throw new Error(`"${story.key}" (${story.code}): ${command.action} is refused: ${decision.refusal.code}`);
    for (const event of decision.events) {
      const stamped = stamp(event, { seq: events.length + 1, at, actorId: actor.userId, v: CASE_EVENT_VERSION });
      events.push(stamped);
      snapshot = evolveCase(snapshot, stamped);
    }
  };
  const photo = (wanted: boolean) => (wanted ? [namedId<FileId>('rehearsed photo', 0)] : []);
  perform({ action: 'submit', input: reportInput(hall.glossary, { story, photoIds: photo(story.report.shot) }) }, story.report);
  for (const [no, act] of story.acts.entries()) {
    perform(actCommand(hall.glossary, { story, no, act, version: events.length, photoIds: photo(act.shot !== null) }), act);
  }
  if (snapshot === null) throw new Error(`"${story.key}" left no case`);
  return { story, snapshot, events };
}

function contextOf({ glossary, units, paths, calendar }: Hall, { story, at }: { story: Story; at: Instant }): CaseContext {
  const { place } = story;
  const unit = (end: string) => units.find(({ key }) => key.endsWith(end))?.id ?? null;
  const grid = unit(`/${place.community}/${place.grid}`);
  const unitPath = paths.get(grid ?? '') ?? null;
  if (unitPath === null) throw new Error(`no grid ${place.community} ${place.grid}`);
  const row = categoryRow(story.code);
  return {
    ...noCaseFacts,
    now: at,
    category: rowData(row.scheme, row, glossary.departments),
    due: dueBy(calendar),
    settings: defaultCaseSettings,
    placed: { placement: 'inside', unitId: grid, unitPath, scopePath: unitPath, gridId: grid, communityId: unit(`/${place.community}`) },
    applicantId: story.report.behalf === null ? null : (glossary.people.residents[story.report.behalf - 1]?.userId ?? null),
    caseNo: '2611-0001',
    reportPhotoCount: story.report.shot ? 1 : 0,
    distanceM: 0,
    duplicates: [...glossary.caseIds.values()],
    dutyCodes: communityDuties.map(([code]) => code),
    targets: departmentRows.flatMap(({ code, serves }) => {
      const departmentId = glossary.departments.get(code);
      const kind = cast.isTeam(code) ? ('communityTeam' as const) : ('department' as const);
      const served = serves === 'community' ? paths.get(unit(`/${place.community}`) ?? '') : '/';
      return departmentId ? [{ departmentId, kind, unitPath: served ?? unitPath }] : [];
    }),
  };
}

function pathsOf(units: readonly DemoUnit[]): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  for (const [index, unit] of units.entries()) paths.set(unit.id, childPath(paths.get(unit.parentId ?? '') ?? null, index + 1));
  return paths;
}

function actorsOf(
  people: People,
  { paths, departments }: { paths: ReadonlyMap<string, string>; departments: Glossary['departments'] },
): ReadonlyMap<string, Actor> {
  const none = { appointmentId: null, unitId: null, unitPath: null, unitLevel: null, departmentId: null, deputy: false } as const;
  const staff = people.staff.map(({ userId, username, name }): [string, Actor] => {
    const posts = people.posts.filter((post) => post.userId === userId);
    const held = posts.map(({ role, unit, department, deputy = false }) => ({
      ...{ ...none, role, deputy, unitId: (unit?.id ?? null) as UnitId | null, unitPath: paths.get(unit?.id ?? '') ?? null },
      ...{ unitLevel: unit?.level ?? null, departmentId: (department && departments.get(department)) || null },
    }));
    return [username, { userId, name, posts: held }];
  });
  const residents = people.residents.map(({ userId, username, name }): [string, Actor] => [
    username,
    { userId, name, posts: [{ ...none, role: 'resident' }] },
  ]);
  return new Map([...staff, ...residents, ['system', systemActor('00000000-0000-7000-8000-000000000000' as UserId)]]);
}
