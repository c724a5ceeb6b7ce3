/** Rows that match one of the conditions; without any, no row. (The ORM reads an empty `OR` inside an `AND` as "every row".) */
export function anyOf<Where>(conditions: readonly Where[]): { OR: Where[] } | { id: { in: string[] } } {
  return conditions.length === 0 ? { id: { in: [] } } : { OR: [...conditions] };
}
