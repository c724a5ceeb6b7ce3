import type { ClockSubscriber, FiredMark } from '#server/modules/clocks/index.ts';
import type { Platform } from '#server/platform/context.ts';
import type { Tx } from '#server/platform/db.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import type { Actor } from '#shared/identity/identity-schema.ts';
import type { DepartmentId } from '#shared/kernel/ids.ts';
import { markNotices } from '#shared/notifications/clock-notices.ts';
import { markRecipients } from '../mark-recipients.ts';
import { type MarkedSubject, markedSubjects } from '../marked-subjects.ts';
import { noticeParams } from '../notice-params.ts';
import { lockSubjects, type NewNotice } from '../notice-store.ts';
import { type People, peopleAt } from '../people-at.ts';
import { eachOnce, writeNotices } from '../write-notices.ts';

/** Marks of one transaction: a close of business ends thousands of limits, and their people are the same few. */
const BATCH = 200;

/** Batches at the same time. */
const LANES = 2;

/** Reminds whoever owes a step, then tells the chain above (shared/notifications/clock-notices.ts): of each mark each person once. */
export const tellMarks: ClockSubscriber = async (platform, marks) => {
  for (const round of roundsOf(marks)) {
    const batches = Array.from({ length: Math.ceil(round.length / BATCH) }, (_, index) => round.slice(index * BATCH, (index + 1) * BATCH));
    const lane = async () => {
      for (let batch = batches.shift(); batch; batch = batches.shift()) {
        const told = batch;
        await inTransaction(platform, (tx) => tellBatch(platform, tx, told));
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
  }
};

/** Each subject once a round, in the order of its marks: a later reminder takes the place of an earlier one. */
function roundsOf(marks: readonly FiredMark[]): FiredMark[][] {
  const rounds: FiredMark[][] = [];
  const seen = new Map<string, number>();
  for (const mark of marks) {
    const no = seen.get(mark.aggregateId) ?? 0;
    seen.set(mark.aggregateId, no + 1);
    const round = rounds[no];
    if (round) round.push(mark);
    else rounds.push([mark]);
  }
  return rounds;
}

async function tellBatch(platform: Platform, tx: Tx, marks: readonly FiredMark[]): Promise<void> {
  await lockSubjects(
    tx,
    marks.map(({ aggregateId }) => aggregateId),
  );
  const people = peopleAt(tx, platform.now());
  const subjects = await markedSubjects(tx, { marks, now: people.now });
  const known = marks.flatMap((mark) => {
    const subject = subjects.get(mark.aggregateId);
    return subject ? [{ mark, subject }] : [];
  });
  const words = await wordsOf(tx, known);
  // side by side, so that what they ask of the people is asked in sets
  const notices = await Promise.all(known.map((each) => noticesOf(people, { ...each, words: words.get(each.mark.districtId) })));
  if (known.length > 0) await writeNotices(platform, tx, { notices: notices.flat(), subjects: [...subjects.values()], people });
}

type Marked = { mark: FiredMark; subject: MarkedSubject };
type Words = Awaited<ReturnType<typeof noticeParams>>;

/** How sentences are filled, by district. */
async function wordsOf(tx: Tx, known: readonly Marked[]): Promise<Map<string, Words>> {
  const units = new Map<string, Set<DepartmentId>>();
  for (const { mark, subject } of known) {
    const those = units.get(mark.districtId) ?? new Set();
    units.set(mark.districtId, subject.unitId === null ? those : those.add(subject.unitId));
  }
  const words = new Map<string, Words>();
  for (const [districtId, ids] of units) words.set(districtId, await noticeParams(tx, { districtId, unitIds: [...ids] }));
  return words;
}

async function noticesOf(people: People, { mark, subject, words }: Marked & { words: Words | undefined }): Promise<NewNotice[]> {
  const rule = markNotices[mark.mark];
  const acts = subject.actsOf(mark.key);
  const actOf = (actor: Actor) => acts.find((act) => subject.actionsOf(actor).includes(act)) ?? null;
  const able = acts.length === 0 ? undefined : (actor: Actor) => actOf(actor) !== null;
  const recipients = (to: (typeof rule.to)[number]) => markRecipients(people, to, { mark, facts: subject.facts, able });
  const told = await eachOnce(rule.to, { recipients, actorId: null });
  const does = await Promise.all(
    told.map(async ({ rule: to, recipient: { userId } }) => {
      const actor = to === 'holder' ? await people.actor(userId) : null;
      return actor && actOf(actor);
    }),
  );
  return told.map(({ recipient: { userId, via } }, index) => ({
    source: `mark:${mark.id}`,
    ...{ userId, via, at: mark.firedAt, kind: rule.kind, topic: rule.topic },
    loud: mark.emergency ? rule.loudInEmergency : rule.loud,
    does: does[index] ?? null,
    params: words?.({ no: subject.no, due: mark.dueAt, unitId: subject.unitId }) ?? {},
    subject: { type: subject.type, id: subject.id },
    unitPath: subject.facts.scopePath,
  }));
}
