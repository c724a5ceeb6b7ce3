import { categoryLook, type ReportCategory } from './category-look.ts';

/** The class whose everyday words the text names: the longest such word wins. Null when none does; the person always sees and may change it. */
export function guessCategory<C extends Pick<ReportCategory, 'code' | 'name'>>(text: string, categories: readonly C[]): C | null {
  let best: { category: C; length: number } | null = null;
  for (const category of categories) {
    for (const word of [category.name.zh, ...(categoryLook(category.code).words ?? [])]) {
      if (text.includes(word) && word.length > (best?.length ?? 0)) best = { category, length: word.length };
    }
  }
  return best?.category ?? null;
}
