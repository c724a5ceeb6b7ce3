import { readActor } from '#server/modules/identity/index.ts';
import { homeDistrict } from '#server/modules/territory/index.ts';
import type { Tx } from '#server/platform/db.ts';
import type { Actor, Role } from '#shared/identity/identity-schema.ts';
import type { DepartmentId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { departmentPosts, type HeldPost, unitPosts } from './post-store.ts';

/** Who is in which post at one instant; each question goes to the database once, however many notices ask it. */
export type People = {
  now: Instant;
  onUnits: (asked: { roles: readonly Role[]; scopePath: string; below: boolean }) => Promise<HeldPost[]>;
  inDepartments: (asked: { ids: readonly DepartmentId[]; roles: readonly Role[] }) => Promise<HeldPost[]>;
  actor: (userId: string) => Promise<Actor | null>;
  timeZoneOf: (actor: Actor) => Promise<string>;
};

/** The people as a transaction sees them. */
export function peopleAt(tx: Tx, now: Instant): People {
  return {
    now,
    onUnits: once((asked) => unitPosts(tx, { ...asked, now })),
    inDepartments: once((asked) => departmentPosts(tx, { ...asked, now })),
    actor: once((userId) => readActor(tx, { userId, now })),
    timeZoneOf: once(async (actor) => (await homeDistrict(tx, actor)).timeZone),
  };
}

function once<Asked, Answer>(ask: (asked: Asked) => Promise<Answer>): (asked: Asked) => Promise<Answer> {
  const answers = new Map<string, Promise<Answer>>();
  return (asked) => {
    const key = JSON.stringify(asked);
    const known = answers.get(key) ?? ask(asked);
    answers.set(key, known);
    return known;
  };
}
