import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { SecretKey, Secrets } from '~/secrets.server';
import { Unavailable } from '~/shared/errors';

/** Encrypts what has to be read again (one-time secrets, client secrets) before it is stored. */
export interface Sealer {
  /** Text to store: key id, then nonce, tag and cipher text in base64url. purpose binds it to its place. */
  seal(plain: string, purpose: string): string;
  /** The text that was sealed for this purpose. Throws Unavailable when key, purpose or text are not the same. */
  unseal(sealed: string, purpose: string): string;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM under keys derived from the password peppers (HKDF-SHA-256); the first seals, all unseal. */
export function createSealer(secrets: Pick<Secrets, 'passwordPeppers'>): Sealer {
  const keys = new Map(secrets.passwordPeppers.map((key) => [key.keyId, derived(key)]));
  const [current] = secrets.passwordPeppers;
  return {
    seal(plain, purpose) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', derived(current), nonce).setAAD(Buffer.from(purpose));
      const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return `${current.keyId}:${Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url')}`;
    },
    unseal(sealed, purpose) {
      const [keyId = '', body = ''] = sealed.split(':');
      const key = keys.get(keyId);
      const bytes = Buffer.from(body, 'base64url');
      if (!key || bytes.length < NONCE_BYTES + TAG_BYTES) throw unreadable();
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES))
          .setAAD(Buffer.from(purpose))
          .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
        const text = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
        return Buffer.concat([text, decipher.final()]).toString('utf8');
      } catch {
        throw unreadable();
      }
    },
  };
}

function derived({ secret }: SecretKey): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'cadre sealing', 32));
}

function unreadable(): Unavailable {
  return new Unavailable('A stored secret cannot be read with the keys of this installation.');
}
