import type { AuthContext } from '#db/tenancy';

/** A session as stored: the hash of its id, its owner and its two limits. */
export interface SessionRow {
  readonly sessionHash: string;
  readonly userId: string;
  readonly expiresAt: Date;
  readonly absoluteExpiresAt: Date;
}

export interface SessionOwner extends SessionRow {
  readonly name: string;
  readonly email: string;
}

/** The session with this hash and its owner, if any. */
export async function findSession(ctx: AuthContext, sessionHash: string): Promise<SessionOwner | undefined> {
  return ctx.tx
    .selectFrom('sessions')
    .innerJoin('users', 'users.userId', 'sessions.userId')
    .select(['sessions.sessionHash', 'sessions.userId', 'sessions.expiresAt', 'sessions.absoluteExpiresAt'])
    .select(['users.name', 'users.email'])
    .where('sessions.sessionHash', '=', sessionHash)
    .executeTakeFirst();
}

/** The sessions of one user. */
export async function listSessions(ctx: AuthContext, userId: string): Promise<SessionRow[]> {
  return ctx.tx
    .selectFrom('sessions')
    .select(['sessionHash', 'userId', 'expiresAt', 'absoluteExpiresAt'])
    .where('userId', '=', userId)
    .execute();
}

export async function insertSession(ctx: AuthContext, session: SessionRow): Promise<void> {
  await ctx.tx.insertInto('sessions').values(session).execute();
}

export async function updateSessionExpiry(
  ctx: AuthContext,
  sessionHash: string,
  expiresAt: Date,
): Promise<void> {
  await ctx.tx.updateTable('sessions').set({ expiresAt }).where('sessionHash', '=', sessionHash).execute();
}

export async function deleteSession(ctx: AuthContext, sessionHash: string): Promise<void> {
  await ctx.tx.deleteFrom('sessions').where('sessionHash', '=', sessionHash).execute();
}

export async function deleteSessionsOf(ctx: AuthContext, userId: string): Promise<void> {
  await ctx.tx.deleteFrom('sessions').where('userId', '=', userId).execute();
}

export async function deleteExpiredSessions(ctx: AuthContext): Promise<void> {
  await ctx.tx
    .deleteFrom('sessions')
    .where((eb) => eb.or([eb('expiresAt', '<', ctx.now), eb('absoluteExpiresAt', '<', ctx.now)]))
    .execute();
}
