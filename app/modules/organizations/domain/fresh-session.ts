/** How long after signing in one may change the ways in which one signs in. */
export const FRESH_MINUTES = 10;

/** Whether a session is young enough to change how its owner signs in (ASVS 7.5.1). */
export function isFresh(begunAt: Date, now: Date): boolean {
  return now.getTime() - begunAt.getTime() < FRESH_MINUTES * 60_000;
}

/** How long an authenticator app that was proposed waits for its first code. */
export const SET_UP_MINUTES = 30;
