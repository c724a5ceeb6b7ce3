import type { Readable } from 'node:stream';
import { writeAudit } from '#server/platform/audit.ts';
import type { Ctx } from '#server/platform/context.ts';
import { notFound } from '#server/platform/errors.ts';
import { caseScope, caseVisible } from '#shared/cases/cases-policy.ts';
import { whistleScope, whistleVisible } from '#shared/dispatch/whistle-policy.ts';
import type { PhotoVariant } from '#shared/files/files-schema.ts';
import { beforePurposes } from '#shared/files/photo-purposes.ts';
import { covers } from '#shared/identity/actor-policy.ts';
import {
  findFile,
  isShownToApplicant,
  isUnused,
  readScopeFacts,
  readScopesOfWhistlesOver,
  readWhistleScopeFacts,
  type StoredFileRow,
} from '../files-store.ts';
import { openBytes } from '../seal-bytes.ts';

const originalRoles = ['secretary', 'auditor', 'administrator'] as const;

export type OpenPhoto = { mime: string; tag: string; body: () => Readable | Promise<Buffer> };

/**
 * Opens a photo for whoever may see it: its sender until it is used, then everybody who sees the case or the whistle. The sealed original is for
 * secretary, auditor and administrator of the place only, and each look leaves an audit line. Anything else answers `notFound`.
 */
export async function readPhoto(ctx: Ctx, { id, variant }: { id: string; variant: PhotoVariant }): Promise<OpenPhoto> {
  const file = await findFile(ctx.db, id);
  if (!file || !(await maySee({ ctx, file, variant }))) throw notFound('files');
  if (variant === 'original') {
    const about = { aggregateType: 'file', aggregateId: file.id, detail: { caseId: file.caseId, whistleId: file.whistleId } };
    await writeAudit(ctx.db, { at: ctx.now(), actorId: ctx.actor.userId, action: 'files.original', outcome: 'revealed', ...about });
    return { mime: file.mime, tag: file.sha256, body: () => readOriginal(ctx, file) };
  }
  const key = variant === 'thumb' ? (file.thumbKey ?? file.servedKey) : file.servedKey;
  return { mime: 'image/jpeg', tag: `${file.sha256.slice(0, 32)}-${variant}`, body: () => ctx.storage.read(key) };
}

async function maySee({ ctx, file, variant }: { ctx: Ctx; file: StoredFileRow; variant: PhotoVariant }): Promise<boolean> {
  if (isUnused(file)) return variant !== 'original' && file.ownerId === ctx.actor.userId;
  if (file.whistleId !== null && (await maySeeOfWhistle(ctx, { whistleId: file.whistleId, variant }))) return true;
  if (file.caseId !== null && (await maySeeOfCase(ctx, { caseId: file.caseId, purpose: file.purpose, variant }))) return true;
  return variant !== 'original' && isShownToApplicant(ctx.db, { fileId: file.id, userId: ctx.actor.userId });
}

/** A whistle's photos: its parties and the staff of its place. */
async function maySeeOfWhistle(ctx: Ctx, asked: { whistleId: string; variant: PhotoVariant }): Promise<boolean> {
  const facts = await readWhistleScopeFacts(ctx.db, asked.whistleId);
  if (!facts) return false;
  if (asked.variant === 'original') return covers(ctx.actor, facts.scopePath, ...originalRoles);
  return whistleVisible(whistleScope(ctx.actor), facts);
}

/** A case's photos: whoever sees the case; how it looked before also the parties of a whistle that was blown over it. */
async function maySeeOfCase(ctx: Ctx, asked: { caseId: string; purpose: string | null; variant: PhotoVariant }): Promise<boolean> {
  const facts = await readScopeFacts(ctx.db, asked.caseId);
  if (facts && caseVisible(caseScope(ctx.actor), facts))
    return asked.variant !== 'original' || covers(ctx.actor, facts.scopePath, ...originalRoles);
  if (asked.variant === 'original' || !beforePurposes.some((purpose) => purpose === asked.purpose)) return false;
  const whistles = await readScopesOfWhistlesOver(ctx.db, asked.caseId);
  return whistles.some((whistle) => whistleVisible(whistleScope(ctx.actor), whistle));
}

async function readOriginal(ctx: Ctx, file: StoredFileRow): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of ctx.storage.read(file.originalKey)) chunks.push(chunk);
  return openBytes(Buffer.concat(chunks), ctx.env.secretKey);
}
