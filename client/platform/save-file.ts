/** Long enough for any browser to have taken the content over. */
const KEPT_MS = 60_000;

/** Gives text to the person as a file of that name. */
export function saveFile({ name, mime, text }: { name: string; mime: string; text: string }): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${mime};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
