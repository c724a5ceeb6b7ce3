import { readActors } from '#server/modules/identity/index.ts';
import { homeDistricts } from '#server/modules/territory/index.ts';
import type { Tx } from '#server/platform/db.ts';
import type { Actor } from '#shared/identity/identity-schema.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { type DepartmentsAsked, departmentPosts, type HeldPost, type UnitsAsked, unitPosts } from './post-store.ts';

/**
 * Who is in which post at one instant. Each question goes to the database once, however many notices ask it, and those that are asked side
 * by side go there in one statement.
 */
export type People = {
  now: Instant;
  onUnits: (asked: UnitsAsked) => Promise<HeldPost[]>;
  inDepartments: (asked: DepartmentsAsked) => Promise<HeldPost[]>;
  actor: (userId: string) => Promise<Actor | null>;
  timeZoneOf: (actor: Actor) => Promise<string>;
};

/** The people as a transaction sees them. */
export function peopleAt(tx: Tx, now: Instant): People {
  return {
    now,
    onUnits: together((asked) => unitPosts(tx, { asked, now })),
    inDepartments: together((asked) => departmentPosts(tx, { asked, now })),
    actor: together(async (userIds) => {
      const actors = await readActors(tx, { userIds, now });
      return userIds.map((userId) => actors.get(userId) ?? null);
    }),
    timeZoneOf: together(async (actors) => (await homeDistricts(tx, actors)).map(({ timeZone }) => timeZone)),
  };
}

type Question<Asked, Answer> = PromiseWithResolvers<Answer> & { asked: Asked };

/** Gathers what is asked until the house has nothing else to do, and answers it at once. */
function together<Asked, Answer>(answerAll: (asked: readonly Asked[]) => Promise<readonly Answer[]>): (asked: Asked) => Promise<Answer> {
  const answers = new Map<string, Promise<Answer>>();
  let waiting: Question<Asked, Answer>[] = [];
  const look = () => {
    const questions = waiting;
    waiting = [];
    answerAll(questions.map(({ asked }) => asked)).then(
      (found) => {
        for (const [index, answer] of found.entries()) questions[index]?.resolve(answer);
      },
      (error: unknown) => {
        for (const { reject } of questions) reject(error);
      },
    );
  };
  return (asked) => {
    const key = JSON.stringify(asked);
    const known = answers.get(key);
    if (known) return known;
    const question = { ...Promise.withResolvers<Answer>(), asked };
    answers.set(key, question.promise);
    if (waiting.length === 0) setImmediate(look);
    waiting.push(question);
    return question.promise;
  };
}
