const MAX_DEPTH = 200;

function write(value: unknown, depth: number): string {
  if (depth > MAX_DEPTH) throw new TypeError('canonical JSON: nested too deeply or in a circle');
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`canonical JSON: ${value} is not a JSON number`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${Array.from(value, (item: unknown) => write(item, depth + 1)).join(',')}]`;
  if (typeof value === 'object') return writeObject(value, depth);
  throw new TypeError(`canonical JSON: ${typeof value} is not JSON`);
}

function writeObject(value: object, depth: number): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  // a Date or a Map would silently become text or {}: the hash would not say what was meant
  if (prototype !== Object.prototype && prototype !== null) throw new TypeError('canonical JSON: only plain objects');
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${write(item, depth + 1)}`).join(',')}}`;
}

/**
 * One text for one value, for hashing: keys in code-unit order, no white space, ECMAScript numbers (RFC 8785). Properties that are
 * undefined are left out. Throws TypeError for what JSON cannot hold (NaN, functions, undefined in a list, class instances, circles).
 */
export function canonicalJson(value: unknown): string {
  return write(value, 0);
}
