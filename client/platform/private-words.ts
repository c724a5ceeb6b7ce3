/** Stands in an address for a phone number somebody searched for. */
const STAND_IN = '☎';
const KEY = 'gw.searched-phone';
const phone = /^(\+\d{7,15}|(86)?1[3-9]\d{9})$/;

/** What of the searched words may stand in an address: a phone number stays in this tab, so that it reaches neither history nor logs. */
export function wordsForAddress(words: string): string {
  const digits = words.replace(/[\s()-]/g, '');
  if (!phone.test(digits)) return words;
  sessionStorage.setItem(KEY, digits);
  return STAND_IN;
}

/** The words that an address stands for; empty when it was opened in another tab. */
export function wordsOfAddress(words: string): string {
  return words === STAND_IN ? (sessionStorage.getItem(KEY) ?? '') : words;
}
