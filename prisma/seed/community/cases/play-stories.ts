import { performCaseAction, submitCase } from '#server/modules/cases/index.ts';
import { storePhoto } from '#server/modules/files/index.ts';
import { readActor } from '#server/modules/identity/index.ts';
import type { Ctx, Platform } from '#server/platform/context.ts';
import { caseCommand, caseInputs } from '#shared/cases/cases-actions.ts';
import { systemActor } from '#shared/identity/actor-policy.ts';
import type { Actor } from '#shared/identity/identity-schema.ts';
import type { CaseId, DepartmentId, FileId, RequestId, UserId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { categoryRow } from '../../categories.ts';
import { namedId } from '../../named-id.ts';
import type { Departments } from '../departments.ts';
import type { People } from '../insert-people.ts';
import { drawPhoto } from '../photos/draw-photo.ts';
import { matterOf } from './matters.ts';
import type { Act, Shot, Story } from './story.ts';

/** Stories that are played at the same time. */
const AT_ONCE = 8;
/** Case numbers are drawn one after the other in order of time, whoever is quicker. */
const numbering = new Set<Act['action']>(['register', 'selfHandle']);
const SYSTEM_USER = '00000000-0000-7000-8000-000000000000' as UserId;

export type Stage = { platform: Platform; people: People; departments: Departments };

/** Plays every story through the real commands, each with a clock of its own that shows the time of the act. */
export async function playStories(stage: Stage, stories: readonly Story[]): Promise<void> {
  const actors = await readActors(stage);
  const playground = { ...stage, ids: new Map(stories.map((story) => [story.key, idOfStory(story)])) };
  const ordered = [...stories].sort((a, b) => numberedAt(a) - numberedAt(b) || (a.key < b.key ? -1 : 1));
  const turns = turnstile(ordered.length);
  const waiting = ordered.entries();
  const worker = async () => {
    for (const [turn, story] of waiting) {
      await playStory({ stage: playground, actors, story, myTurn: () => turns.wait(turn), done: () => turns.pass(turn) });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
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

type Playground = Stage & { ids: ReadonlyMap<string, CaseId> };
type Playing = { stage: Playground; actors: ReadonlyMap<string, Actor>; story: Story; myTurn: () => Promise<void>; done: () => void };

async function playStory({ stage, actors, story, myTurn, done }: Playing): Promise<void> {
  const caseId = idOfStory(story);
  const as = (by: string, at: Instant): Ctx => {
    const actor = actors.get(by);
    if (!actor) throw new Error(`nobody is called ${by}`);
    return { ...stage.platform, actor, locale: 'zh', now: () => at };
  };
  try {
    let { version } = await submitCase(as(story.report.by, story.report.at), await report(stage, { story, caseId, as }));
    for (const [index, each] of story.acts.entries()) {
      const ctx = as(each.by, each.at);
      const photoIds = each.shot === null ? [] : [await shoot({ ctx, story, shot: each.shot, no: index + 1 })];
      const requestId = namedId<RequestId>(`request ${story.key} ${index}`, each.at);
      const common = { caseId, expectedVersion: version, requestId };
      const input = { ...inputOf({ stage, story, act: each, photoIds }), ...common };
      if (numbering.has(each.action)) await myTurn();
      ({ version } = await performCaseAction(ctx, caseCommand.parse({ action: each.action, input })));
      if (numbering.has(each.action)) done();
    }
  } catch (cause) {
    throw new Error(`the story "${story.key}" (${story.code}) got stuck`, { cause });
  } finally {
    done();
  }
}

function idOfStory({ key, report }: Pick<Story, 'key' | 'report'>): CaseId {
  return namedId<CaseId>(`case ${key}`, report.at);
}

async function report(stage: Playground, { story, caseId, as }: { story: Story; caseId: CaseId; as: (by: string, at: Instant) => Ctx }) {
  const { report: said, place, code, key } = story;
  const behalf = said.behalf === null ? null : stage.people.residents[said.behalf - 1];
  const photoIds = said.shot ? [await shoot({ ctx: as(said.by, said.at), story, shot: 'before', no: 0 })] : [];
  return caseInputs.submit.parse({
    ...{ caseId, requestId: namedId<RequestId>(`request ${key} report`, said.at), kind: said.kind },
    ...{ categoryScheme: categoryRow(code).scheme, categoryCode: code, title: said.title, text: said.text },
    ...{ point: pointOf(story, said.source === 'hotline' ? 'address' : 'gnss'), address: place.address, photoIds },
    ...{ capturedAt: said.shot ? said.at : null, source: said.source, livelihood: said.livelihood },
    onBehalfOf: behalf ? { name: behalf.name, phone: behalf.phone } : null,
  });
}

function pointOf({ place }: Story, source: 'gnss' | 'address') {
  const [lng, lat] = place.point;
  return { lng, lat, accuracyM: source === 'gnss' ? 8 : null, source };
}

/** Names become ids, pictures take the field the act has for them, inspectors stand where the case is. */
function inputOf({ stage, story, act, photoIds }: { stage: Playground; story: Story; act: Act; photoIds: readonly FileId[] }): object {
  switch (act.action) {
    case 'register':
      return story.duplicateOf === null ? act.input : { ...act.input, duplicateOfId: stage.ids.get(story.duplicateOf) };
    case 'dispatch': {
      const { leadUnitId, supportUnitIds } = act.input as { leadUnitId: string; supportUnitIds: string[] };
      return { leadUnitId: departmentOf(stage, leadUnitId), supportUnitIds: supportUnitIds.map((code) => departmentOf(stage, code)) };
    }
    case 'selfHandle':
      return { ...act.input, afterPhotoIds: photoIds };
    case 'inspectPass':
    case 'inspectFail':
      return { ...act.input, photoIds, position: pointOf(story, 'gnss') };
    default:
      return photoIds.length === 0 ? act.input : { ...act.input, photoIds };
  }
}

function departmentOf({ departments }: Stage, code: string): DepartmentId {
  const id = departments.get(code);
  if (!id) throw new Error(`no department ${code}`);
  return id;
}

/** Takes a stand-in picture in the name of whoever acts. */
async function shoot({ ctx, story, shot, no }: { ctx: Ctx; story: Story; shot: Shot; no: number }): Promise<FileId> {
  const id = namedId<FileId>(`photo ${story.key} ${no}`, ctx.now());
  const bytes = await drawPhoto({ motif: matterOf(story.code).motif, shot });
  const [lng, lat] = story.place.point;
  await storePhoto(ctx, { id, bytes, capturedAt: ctx.now(), position: { lng, lat, accuracyM: 6 } });
  return id;
}

/** Everybody of the demo by user name, with the posts in force now. */
async function readActors({ platform, people }: Stage): Promise<ReadonlyMap<string, Actor>> {
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
