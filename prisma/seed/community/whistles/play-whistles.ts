import { performWhistleAction } from '#server/modules/dispatch/index.ts';
import { storePhoto } from '#server/modules/files/index.ts';
import type { Ctx } from '#server/platform/context.ts';
import { type WhistleCommand, whistleCommand } from '#shared/dispatch/whistle-actions.ts';
import type { FileId, RequestId, WhistleId } from '#shared/kernel/ids.ts';
import { namedId } from '../../named-id.ts';
import { type AsWhom, readActors, type Stage } from '../cases/play-stories.ts';
import { drawPhoto } from '../photos/draw-photo.ts';
import { peopleOfDepartment } from './whistle-path.ts';
import type { WhistleShot, WhistleStep, WhistleStory } from './whistle-story.ts';

type Taken = Record<WhistleShot, FileId[]>;

/** Plays every whistle through the real commands, one after the other in order of their drafts, so that numbers follow time. */
export async function playWhistles(stage: Stage, stories: readonly WhistleStory[]): Promise<void> {
  const actors = await readActors(stage);
  const as: AsWhom = (by, at) => {
    const actor = actors.get(by);
    if (!actor) throw new Error(`nobody is called ${by}`);
    return { ...stage.platform, actor, locale: 'zh', now: () => at };
  };
  const begin = ({ steps }: WhistleStory) => steps[0]?.at ?? 0;
  for (const story of [...stories].sort((a, b) => begin(a) - begin(b))) await playWhistle(stage, as, story);
}

async function playWhistle(stage: Stage, as: AsWhom, story: WhistleStory): Promise<void> {
  const taken: Taken = { before: [], after: [] };
  let version = 0;
  try {
    for (const [no, step] of story.steps.entries()) {
      const ctx = as(step.by, step.at);
      const shots: FileId[] = [];
      for (const [index, shot] of (step.shots ?? []).entries()) shots.push(await shoot(ctx, { story, shot, no: no * 10 + index }));
      for (const [index, shot] of (step.shots ?? []).entries()) taken[shot].push(...shots.slice(index, index + 1));
      ({ version } = await performWhistleAction(ctx, commandOf(stage, { story, step, no, version, shots, taken })));
    }
  } catch (cause) {
    throw new Error(`the whistle "${story.key}" got stuck`, { cause });
  }
}

async function shoot(ctx: Ctx, { story, shot, no }: { story: WhistleStory; shot: WhistleShot; no: number }): Promise<FileId> {
  const id = namedId<FileId>(`photo whistle ${story.key} ${no}`, ctx.now());
  const [lng, lat] = story.place.point;
  await storePhoto(ctx, {
    id,
    bytes: await drawPhoto({ motif: 'road', shot, at: ctx.now(), point: [lng, lat] }),
    capturedAt: ctx.now(),
    position: { lng, lat, accuracyM: 6 },
  });
  return id;
}

type Told = { story: WhistleStory; step: WhistleStep; no: number; version: number; shots: readonly FileId[]; taken: Taken };

function commandOf(stage: Stage, told: Told): WhistleCommand {
  const { story, step, no, version } = told;
  const start = story.steps[0]?.at ?? 0;
  const whistleId = namedId<WhistleId>(`whistle ${story.key}`, start);
  const requestId = namedId<RequestId>(`request whistle ${story.key} ${no}`, step.at);
  const input = { ...inputOf(stage, told, start), whistleId, requestId, expectedVersion: version };
  return whistleCommand.parse({ action: step.action, input });
}

/** Names become ids: departments by code, doors and tasks by number, pictures in the field the act has for them. */
function inputOf({ departments }: Stage, { story, step, no, shots, taken }: Told, start: number): object {
  const unit = (code: string) => {
    const id = departments.get(code);
    if (!id) throw new Error(`no department ${code}`);
    return id;
  };
  const [lng, lat] = story.place.point;
  const position = { lng, lat, accuracyM: 8, source: 'gnss' };
  const door = (index: number) => namedId<string>(`door ${story.key} ${index}`, start);
  const task = (index: number) => namedId<string>(`task ${story.key} ${index}`, start);
  const { unit: code, door: doorNo, task: taskNo, tasks, ...given } = step.input;
  const ofUnit = code === undefined ? {} : { unitId: unit(code) };
  switch (step.action) {
    case 'draft': {
      const { whistleType, title, reason, place, lead, supports, areaM2, persons } = story;
      const units = { leadUnitId: unit(lead), supportUnitIds: supports.map(unit) };
      return { whistleType, title, reason, point: position, address: place.address, caseIds: [], areaM2, persons, ...units };
    }
    case 'reportIn':
      return { ...ofUnit, position };
    case 'listHouseholds':
      return { households: story.doors.map((label, index) => ({ id: door(index), label })) };
    case 'recordVisit': {
      const attendance = [story.lead, ...story.supports].map((code) => ({ departmentId: unit(code), name: peopleOfDepartment(code).name }));
      const [photo, signature] = shots;
      return { ...given, attendance: [{ departmentId: null, name: '何静' }, ...attendance], photoIds: [photo], signatureIds: [signature] };
    }
    case 'addOpinion':
      return { ...given, opinionId: namedId<string>(`opinion ${story.key} ${no}`, step.at), householdId: door(doorNo ?? 0), topics: [] };
    case 'proposePlan': {
      const rows = tasks?.map(({ task: index, department, ...row }) => ({ ...row, id: task(index), departmentId: unit(department) }));
      return { ...given, tasks: rows };
    }
    case 'completeTask':
      return { ...given, taskId: task(taskNo ?? 0), photoIds: shots };
    case 'complete':
      return { pairs: [{ beforeId: taken.before[0], afterId: taken.after.at(-1), spot: '院门朝北' }] };
    case 'acceptWork':
      return { ...given, photoIds: shots };
    case 'tellResult':
      return { way: 'message', householdIds: story.doors.map((_, index) => door(index)) };
    default:
      return { ...given, ...ofUnit };
  }
}
