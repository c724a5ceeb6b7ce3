/** What every field of a whistle's form takes beside its value. */
export type SharedField = { label: string; error?: string; hint?: string; optionalWord?: string };
