/** How a text is compared in searches: full-width and half-width alike, small letters, one blank between words. */
export function searchForm(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

/** Overlapping pairs of characters of every word, each once: 路灯不亮 → 路灯, 灯不, 不亮. A word of one character has none. */
export function bigrams(text: string): string[] {
  const grams = new Set<string>();
  for (const word of searchForm(text).split(/[\s\p{P}]+/u)) {
    const characters = Array.from(word);
    for (let index = 0; index + 1 < characters.length; index += 1) grams.add(`${characters[index]}${characters[index + 1]}`);
  }
  return [...grams];
}

/** The words a person typed, at most six; each must occur. */
export function searchTerms(text: string): string[] {
  return [...new Set(searchForm(text).split(' '))].filter(Boolean).slice(0, 6);
}
