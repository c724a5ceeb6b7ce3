/** Letters and digits that are not mistaken for each other on paper or on the phone. */
const signs = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A first password of twelve signs in groups of four, from the browser's own secure random source. */
export function firstPassword(): string {
  const drawn: string[] = [];
  // 248 is the largest multiple of 31 below 256: bytes above it are thrown away, so that every sign is as likely
  while (drawn.length < 12) {
    for (const byte of crypto.getRandomValues(new Uint8Array(16))) {
      const sign = byte < 248 ? signs[byte % signs.length] : undefined;
      if (sign && drawn.length < 12) drawn.push(sign);
    }
  }
  return [0, 4, 8].map((from) => drawn.slice(from, from + 4).join('')).join('-');
}
