import type { AuthContext } from '#db/tenancy';

/** What an authenticator is asked for. */
export type ChallengePurpose = 'register' | 'sign-in' | 'second-factor';

export interface ChallengeRow {
  readonly challengeId: string;
  readonly purpose: ChallengePurpose;
  /** Null while it is not known who signs in. */
  readonly userId: string | null;
  /** Base64url. */
  readonly challenge: string;
  readonly expiresAt: Date;
}

export async function insertChallenge(ctx: AuthContext, challenge: ChallengeRow): Promise<void> {
  await ctx.tx.insertInto('passkeyChallenges').values(challenge).execute();
}

/** Uses a challenge up; undefined when it is unknown, used, over, or was made for something or somebody else. */
export async function takeChallenge(
  ctx: AuthContext,
  { challengeId, purpose, userId }: Pick<ChallengeRow, 'challengeId' | 'purpose' | 'userId'>,
): Promise<string | undefined> {
  const row = await ctx.tx
    .deleteFrom('passkeyChallenges')
    .where('challengeId', '=', challengeId)
    .where('purpose', '=', purpose)
    .where('userId', 'is not distinct from', userId)
    .where('expiresAt', '>', ctx.now)
    .returning('challenge')
    .executeTakeFirst();
  return row?.challenge;
}

/** Deletes challenges that are over. */
export async function deleteOldChallenges(ctx: AuthContext): Promise<void> {
  await ctx.tx.deleteFrom('passkeyChallenges').where('expiresAt', '<', ctx.now).execute();
}
