/** A text in both languages; `plain` is the wording of 长辈版 where it differs from `zh`. */
export type Label = { zh: string; en: string; plain?: string };
export type Labels<K extends string> = Readonly<Record<K, Label>>;

export const locales = ['zh', 'en'] as const;
export type Locale = (typeof locales)[number];

/** Fills `{name}` places of a label; an unknown name stays visible, so that a missing parameter is seen. */
export function fill(text: string, params: Readonly<Record<string, string | number>> = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
