import type { Environment } from '~/env.server';
import { isLoopback } from './cookie-policy.server';

/** Whether anybody may make an organization: as CADRE_SIGNUP says, else where only this machine reaches the server. */
export function signUpIsOpen({ CADRE_SIGNUP, HOST, ORIGINS }: Environment): boolean {
  if (CADRE_SIGNUP !== undefined) return CADRE_SIGNUP === 'open';
  return isLoopback(HOST) && ORIGINS.every((origin) => isLoopback(new URL(origin).hostname));
}
