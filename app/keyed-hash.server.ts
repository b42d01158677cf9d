import { createHmac, hkdfSync } from 'node:crypto';
import type { Secrets } from '~/secrets.server';

/** HMAC-SHA-256 under a key of this installation, hexadecimal: the same text gives the same hash, and none is guessed. */
export type KeyedHash = (text: string) => string;

/** Keyed hashes under a key derived (HKDF-SHA-256) from the first password pepper; with another pepper all differ. */
export function createKeyedHash(secrets: Pick<Secrets, 'passwordPeppers'>): KeyedHash {
  const [{ secret }] = secrets.passwordPeppers;
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'cadre keyed hash', 32));
  return (text) => createHmac('sha256', key).update(text, 'utf8').digest('hex');
}
