import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

export type Cipher = {
  /** AES-256-GCM: 12 bytes nonce, 16 bytes tag, text. */
  seal: (text: string) => Uint8Array<ArrayBuffer>;
  /** Throws when the bytes were changed or sealed with another key. */
  open: (sealed: Uint8Array) => string;
  /** Keyed hash for look-up of an exact value that is stored sealed. */
  blindIndex: (text: string) => string;
  /** Key for signing sessions. */
  sessionSecret: string;
};

/** Derives separate keys for sealing, looking up and sessions from the one configured key (64 hexadecimal digits). */
export function createCipher(secretKey: string): Cipher {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', Buffer.from(secretKey, 'hex'), '', `gridwhistle.${purpose}`, 32));
  const sealKey = derive('seal');
  const indexKey = derive('index');
  return {
    seal: (text) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', sealKey, nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), body]));
    },
    open: (sealed) => {
      const bytes = Buffer.from(sealed);
      const decipher = createDecipheriv('aes-256-gcm', sealKey, bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
    },
    blindIndex: (text) => createHmac('sha256', indexKey).update(text).digest('base64url'),
    sessionSecret: derive('session').toString('hex'),
  };
}
