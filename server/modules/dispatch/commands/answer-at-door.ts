import { v5 } from 'uuid';
import type { RequestCtx } from '#server/platform/context.ts';
import type { DoorOpinionInput, DoorVerdictInput, DoorWay } from '#shared/dispatch/whistle-queries.ts';
import { findDoor } from '../door-store.ts';
import { refusalOf, whistleNotFound } from '../refusals.ts';
import { performInnerAction } from './perform-inner-action.ts';

/** Names the opinion that a request makes, so that a repeat makes no second one. */
const OPINIONS = '1a4f0b0e-8c52-4d6c-9f3b-7d1f2d0c9a77';

/** How the opinion came, by how the household came. */
const wayOf = { link: 'link', typed: 'paper' } as const satisfies Record<DoorWay, string>;

async function openDoor(ctx: RequestCtx, code: string) {
  const door = await findDoor(ctx, code);
  if (!door) throw whistleNotFound();
  return door;
}

/** A household says what it thinks of the matter, by its code. Refuses `notFound`, and by the lifecycle once the plan is confirmed. */
export async function sayAtDoor(ctx: RequestCtx, { code, requestId, stance, text, came }: DoorOpinionInput): Promise<void> {
  const { whistleId, householdId } = await openDoor(ctx, code);
  const opinion = {
    opinionId: v5(requestId, OPINIONS),
    householdId,
    way: wayOf[came],
    stance,
    text,
    topics: [],
    heardAt: ctx.now(),
  } as const;
  await performInnerAction(ctx, {
    ...{ whistleId, requestId, content: { stance, text } },
    command: ({ version }) => ({ action: 'addOpinion', input: { whistleId, requestId, expectedVersion: version, ...opinion, topics: [] } }),
  });
}

/** A household says whether it is solved, once the work is accepted; the last word counts. */
export async function answerAtDoor(ctx: RequestCtx, { code, requestId, solved, note, thanks }: DoorVerdictInput): Promise<void> {
  const { whistleId, householdId } = await openDoor(ctx, code);
  await performInnerAction(ctx, {
    ...{ whistleId, requestId, content: { solved, note, thanks } },
    command: ({ version, acceptedAt }) => {
      if (acceptedAt === null) throw refusalOf({ code: 'notAccepted' });
      return { action: 'giveVerdict', input: { whistleId, requestId, expectedVersion: version, householdId, solved, note, thanks } };
    },
  });
}
