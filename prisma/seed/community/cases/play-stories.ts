import { performCaseAction, SYSTEM_USER, submitCase } from '#server/modules/cases/index.ts';
import { storePhoto } from '#server/modules/files/index.ts';
import { readActor } from '#server/modules/identity/index.ts';
import type { Ctx, Platform } from '#server/platform/context.ts';
import { systemActor } from '#shared/identity/actor-policy.ts';
import type { Actor } from '#shared/identity/identity-schema.ts';
import type { FileId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { namedId } from '../../named-id.ts';
import type { Departments } from '../departments.ts';
import type { People } from '../insert-people.ts';
import { drawPhoto } from '../photos/draw-photo.ts';
import { matterOf } from './matters.ts';
import type { Act, Shot, Story } from './story.ts';
import { actCommand, caseIdOf, type Glossary, reportInput } from './story-commands.ts';

/** Stories that are played at the same time. */
const AT_ONCE = 12;
/** Case numbers are drawn one after the other in order of time, whoever is quicker. */
const numbering = new Set<Act['action']>(['register', 'selfHandle']);

export type Stage = { platform: Platform; people: People; departments: Departments };

/** Plays every story through the real commands, each with a clock of its own that shows the time of the act. */
export async function playStories(stage: Stage, stories: readonly Story[]): Promise<void> {
  const actors = await readActors(stage);
  const caseIds = new Map(stories.map((story) => [story.key, caseIdOf(story)]));
  const glossary = { departments: stage.departments, people: stage.people, caseIds };
  const as: AsWhom = (by, at) => {
    const actor = actors.get(by);
    if (!actor) throw new Error(`nobody is called ${by}`);
    return { ...stage.platform, actor, locale: 'zh', now: () => at };
  };
  const ordered = [...stories].sort((a, b) => numberedAt(a) - numberedAt(b) || (a.key < b.key ? -1 : 1));
  const turns = turnstile(ordered.length);
  const waiting = ordered.entries();
  const worker = async () => {
    for (const [turn, story] of waiting) {
      await playStory({ glossary, as, story, myTurn: () => turns.wait(turn), done: () => turns.pass(turn) });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  // what the commands queued for "at once" happened in the stories already (the product reopened what was not solved)
  await stage.platform.db
    .$queryRaw`select "id"::text from graphile_worker.complete_jobs(array(select "id" from graphile_worker.jobs where "run_at" <= now()))`;
}

/** When the story draws its number, or when it begins if it never does. */
function numberedAt(story: Story): Instant {
  return story.acts.find(({ action }) => numbering.has(action))?.at ?? story.report.at;
}

/** Lets the n-th pass when all before it have passed. */
function turnstile(count: number): { wait: (turn: number) => Promise<void>; pass: (turn: number) => void } {
  const gates = Array.from({ length: count + 1 }, () => Promise.withResolvers<void>());
  const open = (turn: number) => gates[turn]?.resolve();
  open(0);
  return {
    wait: async (turn) => gates[turn]?.promise,
    pass: (turn) => void gates[turn]?.promise.then(() => open(turn + 1)),
  };
}

export type AsWhom = (by: string, at: Instant) => Ctx;
type Playing = { glossary: Glossary; as: AsWhom; story: Story; myTurn: () => Promise<void>; done: () => void };

async function playStory({ glossary, as, story, myTurn, done }: Playing): Promise<void> {
  const { report } = story;
  try {
    const reporter = as(report.by, report.at);
    const taken = report.shot ? [await shoot(reporter, { story, shot: 'before', no: 0 })] : [];
    let { version } = await submitCase(reporter, reportInput(glossary, { story, photoIds: taken }));
    for (const [index, act] of story.acts.entries()) {
      const ctx = as(act.by, act.at);
      const photoIds = act.shot === null ? [] : [await shoot(ctx, { story, shot: act.shot, no: index + 1 })];
      if (numbering.has(act.action)) await myTurn();
      ({ version } = await performCaseAction(ctx, actCommand(glossary, { story, no: index, act, version, photoIds })));
      if (numbering.has(act.action)) done();
    }
  } catch (cause) {
    throw new Error(`the story "${story.key}" (${story.code}) got stuck`, { cause });
  } finally {
    done();
  }
}

/** Takes a stand-in picture in the name of whoever acts. */
async function shoot(ctx: Ctx, { story, shot, no }: { story: Story; shot: Shot; no: number }): Promise<FileId> {
  const id = namedId<FileId>(`photo ${story.key} ${no}`, ctx.now());
  const [lng, lat] = story.place.point;
  const bytes = await drawPhoto({ motif: matterOf(story.code).motif, shot, at: ctx.now(), point: [lng, lat] });
  await storePhoto(ctx, { id, bytes, capturedAt: ctx.now(), position: { lng, lat, accuracyM: 6 } });
  return id;
}

/** Everybody of the demo by user name, with the posts in force now. */
export async function readActors({ platform, people }: Stage): Promise<ReadonlyMap<string, Actor>> {
  const now = platform.now();
  const actors = new Map<string, Actor>([['system', systemActor(SYSTEM_USER)]]);
  const staff = people.staff.filter(({ username }) => !/^(zz|ld)\d+$/.test(username));
  await Promise.all(
    [...staff, ...people.residents].map(async ({ userId, username }) => {
      const actor = await readActor(platform.db, { userId, now });
      if (actor) actors.set(username, actor);
    }),
  );
  return actors;
}
