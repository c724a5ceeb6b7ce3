import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** A single feature larger than this is not a boundary. */
const FEATURE_MAX = 24 * 1024 * 1024;

export class FileFault extends Error {}

/**
 * Reads the features of a GeoJSON FeatureCollection one by one, plain or gzipped, without ever holding the whole file.
 * A feature that is no JSON comes out as `undefined`, so that its index stays true. Throws `FileFault` for anything else.
 */
export async function* readFeatures(file: Readable): AsyncGenerator<unknown> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const scan = createScanner();
  try {
    for await (const chunk of unzipped(file)) yield* scan.feed(decoder.decode(chunk, { stream: true }));
    yield* scan.feed(decoder.decode());
  } catch (error) {
    if (error instanceof FileFault) throw error;
    throw new FileFault(error instanceof Error ? error.message : 'unreadable');
  }
  scan.end();
}

/** Looks at the first two bytes: gzip says what it is. */
async function* unzipped(file: Readable): AsyncGenerator<Uint8Array> {
  const source = file[Symbol.asyncIterator]();
  const first = await source.next();
  if (first.done) return;
  const head: Uint8Array = Buffer.from(first.value);
  const rest = async function* () {
    yield head;
    for (let next = await source.next(); !next.done; next = await source.next()) yield Buffer.from(next.value);
  };
  if (head[0] !== 0x1f || head[1] !== 0x8b) {
    yield* rest();
    return;
  }
  yield* Readable.from(rest()).compose(createGunzip());
}

type Scanner = { feed: (text: string) => Generator<unknown>; end: () => void };

/** Finds the array "features" at the top of the object and cuts it into its entries by counting braces outside of strings. */
function createScanner(): Scanner {
  let stage: 'before' | 'between' | 'inside' | 'after' = 'before';
  let head = '';
  let entry = '';
  let depth = 0;
  let inString = false;
  let escaped = false;

  /** Takes one character of the entry; true when the entry is whole with it. */
  const isWhole = (character: string): boolean => {
    if (inString) {
      if (escaped) escaped = false;
      else if (character === '\\') escaped = true;
      else if (character === '"') inString = false;
      return false;
    }
    if (character === '"') inString = true;
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
    return depth === 0;
  };

  function* feed(text: string): Generator<unknown> {
    let at = 0;
    if (stage === 'before') {
      head += text;
      const opened = /"features"\s*:\s*\[/.exec(head);
      if (!opened) {
        if (head.length > 1_000_000) throw new FileFault('no list of features');
        return;
      }
      text = head.slice(opened.index + opened[0].length);
      head = '';
      stage = 'between';
    }
    let from = at;
    for (; at < text.length && stage !== 'after'; at += 1) {
      const character = text[at] ?? '';
      if (stage === 'between') {
        if (character === ']') stage = 'after';
        else if (character === '{') {
          stage = 'inside';
          depth = 1;
          from = at;
        } else if (!/[\s,\uFEFF]/.test(character)) throw new FileFault('an entry is no object');
      } else if (isWhole(character)) {
        yield parsed(entry + text.slice(from, at + 1));
        entry = '';
        stage = 'between';
      }
    }
    if (stage !== 'inside') return;
    entry += text.slice(from);
    if (entry.length > FEATURE_MAX) throw new FileFault('a feature is too large');
  }

  const end = () => {
    if (stage === 'before') throw new FileFault('no list of features');
    if (stage !== 'after') throw new FileFault('the file ends in the middle');
  };
  return { feed, end };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
