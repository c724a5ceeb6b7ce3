const TITLE_LENGTH = 40;

/** A title for somebody who wrote only one text: its first sentence, at most 40 characters. */
export function titleOf(text: string): string {
  const first =
    text
      .trim()
      .split(/[\n。！？!?；;]/, 1)[0]
      ?.trim() ?? '';
  const characters = Array.from(first);
  return characters.length <= TITLE_LENGTH ? first : `${characters.slice(0, TITLE_LENGTH - 1).join('')}…`;
}
