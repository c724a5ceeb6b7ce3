/** What a badge shows of a unit: the number of a grid (`03`), the first characters of a community. */
export function areaNumber({ code, name, level }: { code: string | null; name: string; level?: string }): string {
  if (level === 'community') return name.replace(/社区$/u, '').slice(0, 3);
  return (/(\d{2})$/.exec(code ?? '') ?? /(\d+)/.exec(name))?.[1]?.padStart(2, '0') ?? name.slice(0, 2);
}
