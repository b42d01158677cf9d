import { Secret, TOTP } from 'otpauth';

const ISSUER = 'Cadre';
/** RFC 6238 as every app knows it: SHA-1, six digits, steps of thirty seconds; a key of 160 bits. */
const KIND = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
const KEY_BYTES = 20;
/** Steps by which a clock may be off, either way. */
const WINDOW = 1;

/** A new random key of an authenticator app, in base32. */
export function newAppKey(): string {
  return new Secret({ size: KEY_BYTES }).base32;
}

/** What an authenticator app reads from a QR code. */
export function appKeyUri(key: string, account: string): string {
  return new TOTP({ ...KIND, issuer: ISSUER, label: account, secret: Secret.fromBase32(key) }).toString();
}

/** The time step (of thirty seconds since 1970) whose code this is, at most one away from now; else null. */
export function stepOfCode(key: string, code: string, now: Date): number | null {
  const timestamp = now.getTime();
  const totp = new TOTP({ ...KIND, secret: Secret.fromBase32(key) });
  const away = totp.validate({ token: code, timestamp, window: WINDOW });
  return away === null ? null : totp.counter({ timestamp }) + away;
}
