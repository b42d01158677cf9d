import type { FactorPolicy } from './admission';

/** Whether an organization asks this member for a second factor of their own (docs/decisions/0019). */
export function asksForFactor({ secondFactorRequired, ssoRequired, breakGlass }: FactorPolicy): boolean {
  return secondFactorRequired || (ssoRequired && breakGlass);
}

const LONGEST_NAME = 100;

/** The name of a passkey as it is kept, or null when it is empty or too long. */
export function passkeyName(text: string): string | null {
  const name = text.replaceAll(/\s+/g, ' ').trim();
  return name !== '' && [...name].length <= LONGEST_NAME ? name : null;
}

/** Whether the text looks like a code of an authenticator app: six digits, with or without gaps. */
export function appCodeOf(text: string): string | null {
  const code = text.replaceAll(/\s/g, '');
  return /^\d{6}$/.test(code) ? code : null;
}

/** What the key of a user's authenticator app is sealed for. */
export function appKeyPurpose(userId: string): string {
  return `totp:${userId}`;
}
