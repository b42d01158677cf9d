import type { AuthContext } from '#db/tenancy';

/** A sign-in that was begun at an organization's provider and has not come back. */
export interface StateRow {
  readonly stateHash: string;
  /** Hash of the cookie of the browser that began it. */
  readonly browserHash: string;
  readonly organizationId: string;
  readonly sealedChecks: string;
  /** Who asked to connect the own account; null when nobody did. */
  readonly connectUserId: string | null;
  readonly nextPath: string;
  readonly expiresAt: Date;
}

export async function insertState(ctx: AuthContext, state: StateRow): Promise<void> {
  await ctx.tx.insertInto('ssoStates').values(state).execute();
}

/** Takes a state away, for its own browser and organization, before its end: it is good once. */
export async function takeState(
  ctx: AuthContext,
  { stateHash, browserHash, organizationId }: Pick<StateRow, 'stateHash' | 'browserHash' | 'organizationId'>,
): Promise<StateRow | undefined> {
  return ctx.tx
    .deleteFrom('ssoStates')
    .where('stateHash', '=', stateHash)
    .where('browserHash', '=', browserHash)
    .where('organizationId', '=', organizationId)
    .where('expiresAt', '>', ctx.now)
    .returning([
      'stateHash',
      'browserHash',
      'organizationId',
      'sealedChecks',
      'connectUserId',
      'nextPath',
      'expiresAt',
    ])
    .executeTakeFirst();
}

/** Deletes what was never finished. */
export async function deleteExpiredStates(ctx: AuthContext): Promise<void> {
  await ctx.tx.deleteFrom('ssoStates').where('expiresAt', '<', ctx.now).execute();
}
