/** Reads our tokens where the map stands, so that each theme draws its own map. */
export type Ink = (token: string) => string;

export function inkOf(element: Element): Ink {
  const style = getComputedStyle(element);
  return (token) => style.getPropertyValue(token).trim() || '#14211d';
}
