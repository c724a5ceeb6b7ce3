const digits = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** A whole number from 0 to 99 in Chinese figures as a seal writes them: 3 is 三, 12 is 十二. */
export function chineseNumber(value: number): string {
  if (value < 10) return digits[value] ?? String(value);
  if (value > 99) return String(value);
  const tens = Math.floor(value / 10);
  return `${tens > 1 ? digits[tens] : ''}十${value % 10 === 0 ? '' : digits[value % 10]}`;
}

/** Four characters for the seal: the community's name without 社区, and the grid; without a grid, two and 社区. */
export function sealCells(community: string, grid: number | null): readonly string[] {
  const name = [...community.replace(/社区$/u, '')];
  const tail = grid === null ? ['社', '区'] : [...chineseNumber(grid)];
  const room = 4 - Math.min(2, tail.length);
  const head = name.length > room ? name.slice(0, room) : name;
  const cells = [...head, ...tail.slice(0, 4 - head.length)];
  while (cells.length < 4) cells.push('格');
  return cells.slice(0, 4);
}
