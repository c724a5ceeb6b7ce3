import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { firstBrokenLink, type StoredEvent } from '#server/platform/events.ts';
import { replayWhistle } from '#shared/dispatch/evolve-whistle.ts';
import type { WhistleSnapshot } from '#shared/dispatch/whistle-schema.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { fileNames } from './whistle-file-names.ts';
import { toWhistleEvent } from './whistle-history.ts';

/** What is wrong with an archive; `piece` names the file or the event. */
export type FileFault = {
  fault: 'notAnArchive' | 'missing' | 'changed' | 'unlisted' | 'gap' | 'previous' | 'content' | 'state';
  piece: string;
};
export type FileReport = { whistleNo: string; events: number; files: number };

/** Checks an exported file of a whistle by itself: every piece against the manifest, the chain of events, and the state against their replay. */
export function verifyWhistleFile(bytes: Uint8Array): { ok: true; report: FileReport } | ({ ok: false } & FileFault) {
  const no = (fault: FileFault['fault'], piece: string) => ({ ok: false, fault, piece }) as const;
  let pieces: Record<string, Uint8Array>;
  try {
    pieces = unzipSync(bytes);
  } catch {
    return no('notAnArchive', '');
  }
  const manifest = pieces[fileNames.manifest];
  if (!manifest) return no('missing', fileNames.manifest);
  const listed = new Map(linesOf(manifest).map((line) => [line.slice(66), line.slice(0, 64)]));
  for (const name of [fileNames.state, fileNames.events]) if (!listed.has(name)) return no('missing', name);
  for (const [name, hash] of listed) {
    const piece = pieces[name];
    if (!piece) return no('missing', name);
    if (createHash('sha256').update(piece).digest('hex') !== hash) return no('changed', name);
  }
  const extra = Object.keys(pieces).find((name) => name !== fileNames.manifest && !listed.has(name));
  if (extra !== undefined) return no('unlisted', extra);
  return verifyChain(pieces[fileNames.events] ?? new Uint8Array(), pieces[fileNames.state] ?? new Uint8Array(), listed.size);
}

function verifyChain(eventFile: Uint8Array, stateFile: Uint8Array, files: number): ReturnType<typeof verifyWhistleFile> {
  const events = linesOf(eventFile).map((line) => JSON.parse(line) as StoredEvent);
  const broken = firstBrokenLink(events);
  if (broken) return { ok: false, fault: broken.reason, piece: `event ${broken.seq}` };
  const state = JSON.parse(strFromU8(stateFile)) as { whistleNo?: unknown; units?: unknown };
  const replayed = replayWhistle(events.map(toWhistleEvent));
  if (canonicalJson(asNamed(replayed, state)) !== canonicalJson({ limits: null, ...state }))
    return { ok: false, fault: 'state', piece: fileNames.state };
  return { ok: true, report: { whistleNo: String(state.whistleNo), events: events.length, files } };
}

/** A file of an earlier version names neither the limits nor who called a unit; whatever it names must be so. */
function asNamed(replayed: WhistleSnapshot | null, { units }: { units?: unknown }): unknown {
  const isNamed = (unit: unknown) => typeof unit === 'object' && unit !== null && 'summonedById' in unit;
  if (replayed === null || (Array.isArray(units) && units.every(isNamed))) return replayed;
  return { ...replayed, units: replayed.units.map(({ summonedById: _later, ...unit }) => unit) };
}

function linesOf(bytes: Uint8Array): string[] {
  return strFromU8(bytes)
    .split('\n')
    .filter((line) => line !== '');
}
