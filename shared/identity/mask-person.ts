/** `18800002617` → `188****2617`; other numbers keep the country code's start and the last two digits. */
export function maskPhone(phone: string): string {
  const characters = Array.from(phone);
  if (/^\d{11}$/.test(phone)) return `${phone.slice(0, 3)}****${phone.slice(7)}`;
  if (characters.length <= 4) return '*'.repeat(characters.length);
  const shown = characters[0] === '+' ? 3 : 2;
  const hidden = Math.max(1, characters.length - shown - 2);
  return `${characters.slice(0, shown).join('')}${'*'.repeat(hidden)}${characters.slice(-2).join('')}`;
}

/** `方建国` → `方**`: the first character stays, the length stays readable up to three. Latin names keep their first letter. */
export function maskName(name: string): string {
  const characters = Array.from(name.trim());
  const [first] = characters;
  if (first === undefined) return '';
  return `${first}${'*'.repeat(Math.min(2, Math.max(1, characters.length - 1)))}`;
}
