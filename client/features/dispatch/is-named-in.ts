/** Whether an address already says a place by its name, with or without the gaps people write: then the place is not said twice. */
export function isNamedIn(address: string, name: string): boolean {
  const closed = (text: string) => text.replace(/\s/g, '');
  return closed(address).includes(closed(name));
}
