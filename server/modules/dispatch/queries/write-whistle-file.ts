import { createHash } from 'node:crypto';
import { readCalendar } from '#server/modules/calendar/index.ts';
import { photoFacts } from '#server/modules/files/index.ts';
import { namesOf } from '#server/modules/identity/index.ts';
import { writeAudit } from '#server/platform/audit.ts';
import type { Ctx } from '#server/platform/context.ts';
import { readEvents } from '#server/platform/events.ts';
import { whistleEventLabels } from '#shared/dispatch/whistle.i18n.ts';
import type { WhistleSnapshot } from '#shared/dispatch/whistle-schema.ts';
import { takenAt } from '#shared/files/photo-evidence.ts';
import { csvText } from '#shared/kernel/csv-text.ts';
import type { FileId, UserId, WhistleId } from '#shared/kernel/ids.ts';
import { toWallClock } from '#shared/kernel/zone-time.ts';
import { fileNames } from '../whistle-file-names.ts';
import { toWhistleEvent, whistleAggregate } from '../whistle-history.ts';
import { departmentNames } from '../whistle-line.ts';
import { findVisibleWhistle } from './find-visible-whistle.ts';

/** One file of the archive. */
export type ArchiveEntry = { name: string; bytes: Uint8Array };
export type WhistleArchive = { whistleNo: string; entries: () => AsyncGenerator<ArchiveEntry> };

const text = (content: string) => new TextEncoder().encode(content);
const BOM = '\ufeff';
const csv = (rows: readonly (readonly (string | number | null)[])[]) => text(csvText(rows.map((row) => row.map((value) => value ?? ''))));

/**
 * The whole file of a whistle, piece by piece: state, events with their hashes, a readable timeline, the plan, the served photos, and a
 * manifest of the SHA-256 of every piece. `npm run audit -- verify FILE.zip` checks it without a database. Refuses `notFound`; each export
 * leaves an audit line.
 */
export async function writeWhistleFile(ctx: Ctx, whistleId: WhistleId): Promise<WhistleArchive> {
  const { snapshot, districtId } = await findVisibleWhistle(ctx, whistleId);
  const about = { aggregateType: 'whistle', aggregateId: whistleId };
  await writeAudit(ctx.db, { at: ctx.now(), actorId: ctx.actor.userId, action: 'dispatch.export', outcome: 'revealed', ...about });
  const { timeZone } = await readCalendar(ctx.db, districtId);
  return { whistleNo: snapshot.whistleNo, entries: () => entriesOf(ctx, snapshot, timeZone) };
}

async function* entriesOf(ctx: Ctx, snapshot: WhistleSnapshot, timeZone: string): AsyncGenerator<ArchiveEntry> {
  const manifest: string[] = [];
  const listed = (entry: ArchiveEntry): ArchiveEntry => {
    manifest.push(`${createHash('sha256').update(entry.bytes).digest('hex')}  ${entry.name}`);
    return entry;
  };
  // the events are read once, and the state they lead to is the one written: a step taken meanwhile is in neither
  const all = await readEvents(ctx.db, whistleAggregate(snapshot.id));
  const stored = all.filter(({ seq }) => seq <= snapshot.version);
  const events = stored.map(toWhistleEvent);
  const names = await namesOf(ctx.db, [...new Set(events.map(({ meta }) => meta.actorId))] as UserId[]);
  const departments = await departmentNames(ctx.db, [snapshot.leadUnitId, ...snapshot.units.map(({ departmentId }) => departmentId)]);
  yield listed({ name: fileNames.state, bytes: text(`${JSON.stringify(snapshot, null, 2)}\n`) });
  yield listed({ name: fileNames.events, bytes: text(stored.map((event) => `${JSON.stringify(event)}\n`).join('')) });
  const lines = events.map((event) => {
    const unit = 'unitId' in event.payload && event.payload.unitId ? ` ${departments.get(event.payload.unitId)?.zh ?? ''}` : '';
    const when = toWallClock(timeZone, event.meta.at).slice(0, 16).replace('T', ' ');
    return `${when}  ${whistleEventLabels[event.type].zh}${unit}  ${names.get(event.meta.actorId) ?? '系统'}`;
  });
  yield listed({ name: fileNames.timeline, bytes: text(`${BOM}${snapshot.whistleNo} ${snapshot.title}\r\n${lines.join('\r\n')}\r\n`) });
  yield listed({ name: fileNames.plan, bytes: planOf(snapshot, departments) });
  const photos = await photosOf(ctx, snapshot);
  const rows: (string | number | null)[][] = [['file', 'purpose', 'capturedAt', 'sha256']];
  for (const photo of photos) {
    const { id, purpose } = photo;
    const at = takenAt(photo);
    const bytes = await servedBytes(ctx, id);
    const name = `${fileNames.photos}${purpose ?? 'photo'}-${id}.jpg`;
    rows.push([name, purpose, at === null ? null : new Date(at).toISOString(), createHash('sha256').update(bytes).digest('hex')]);
    yield listed({ name, bytes });
  }
  yield listed({ name: fileNames.photoList, bytes: csv(rows) });
  yield { name: fileNames.manifest, bytes: text(`${manifest.join('\n')}\n`) };
}

function planOf({ plan, results }: WhistleSnapshot, departments: Map<string, { zh: string }>): Uint8Array {
  const head = ['任务', '单位', '起', '止', '金额（元）', '资金来源', '数量', '结果'];
  const rows = plan?.tasks.map((task) => {
    const unit = task.departmentId === null ? '社区' : (departments.get(task.departmentId)?.zh ?? '');
    const result = results[task.id];
    const outcome = result ? (result.done ? '完成' : `未做：${result.text}`) : '';
    return [task.what, unit, task.from, task.to, (task.costFen / 100).toFixed(2), task.source, task.quantity, outcome];
  });
  return csv([head, ...(rows ?? [])]);
}

/** Every photo of the whistle, and what a pair takes over from a case. */
async function photosOf(ctx: Ctx, { id, pairs }: WhistleSnapshot) {
  const rows = await ctx.db.storedFile.findMany({
    where: { OR: [{ whistleId: id }, { id: { in: pairs.flatMap(({ beforeId, afterId }) => [beforeId, afterId]) } }] },
    orderBy: [{ uploadedAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
  });
  return photoFacts(
    ctx.db,
    rows.map((row) => row.id as FileId),
  );
}

async function servedBytes({ db, storage }: Ctx, id: string): Promise<Uint8Array> {
  const { servedKey } = await db.storedFile.findUniqueOrThrow({ where: { id }, select: { servedKey: true } });
  const chunks: Uint8Array[] = [];
  for await (const chunk of storage.read(servedKey)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
