/** Materialized path of a unit below `parentPath` (null for a root): `/1/4/` + 17 → `/1/4/17/`. */
export function childPath(parentPath: string | null, segment: string | number): string {
  return `${parentPath ?? '/'}${segment}/`;
}

/** True when `path` is the unit at `ancestorPath` or lies below it: the one scope test of lists, counts and tiles. */
export function isWithin(path: string, ancestorPath: string): boolean {
  return path.startsWith(ancestorPath);
}

/** Paths of a unit's ancestors from the top down, the unit itself last. */
export function pathsUp(path: string): string[] {
  const segments = path.split('/').filter(Boolean);
  return segments.map((_, index) => `/${segments.slice(0, index + 1).join('/')}/`);
}
