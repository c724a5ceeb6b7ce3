import type { RequestCtx } from '#server/platform/context.ts';
import type { Household } from '#shared/dispatch/whistle-schema.ts';
import { whistleAllowedIn } from '#shared/dispatch/whistle-table.ts';
import { findDoor } from '../door-store.ts';
import { type PublicWhistle, publicWhistle } from '../public-whistle.ts';
import { whistleNotFound } from '../refusals.ts';
import { findWhistle } from '../whistle-store.ts';

/** What a household sees behind its code; pictures come along as small data addresses, for its reader has no session. */
export type DoorView = {
  whistle: PublicWhistle;
  household: Pick<Household, 'label' | 'opinions' | 'verdict'>;
  pictures: { before: string; after: string; spot: string }[];
  maySay: boolean;
  mayAnswer: boolean;
};

const PICTURES = 3;

/** The whistle behind a household's code. Guesses are counted per code and address; anything unknown is `notFound`. */
export async function readDoor(ctx: RequestCtx, code: string): Promise<DoorView> {
  const door = await findDoor(ctx, code);
  const stored = door && (await findWhistle(ctx.db, door.whistleId));
  const household = stored?.snapshot.households.find(({ id }) => id === door?.householdId);
  const whistle = stored && (await publicWhistle(ctx.db, stored, ctx.now()));
  if (!stored || !whistle || !household) throw whistleNotFound();
  const { label, opinions, verdict } = household;
  const { state } = stored.snapshot;
  return {
    whistle,
    household: { label, opinions, verdict },
    pictures: await Promise.all(
      whistle.pairs.slice(0, PICTURES).map(async ({ beforeId, afterId, spot }) => ({
        before: await smallPicture(ctx, beforeId),
        after: await smallPicture(ctx, afterId),
        spot,
      })),
    ),
    maySay: whistleAllowedIn('addOpinion', state),
    mayAnswer: whistleAllowedIn('giveVerdict', state) && stored.snapshot.acceptedAt !== null,
  };
}

async function smallPicture({ db, storage }: RequestCtx, id: string): Promise<string> {
  const file = await db.storedFile.findUnique({ where: { id }, select: { thumbKey: true, servedKey: true } });
  if (!file) return '';
  const chunks: Uint8Array[] = [];
  for await (const chunk of storage.read(file.thumbKey ?? file.servedKey)) chunks.push(chunk);
  return `data:image/jpeg;base64,${Buffer.concat(chunks).toString('base64')}`;
}
