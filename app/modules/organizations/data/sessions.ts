import type { AuthContext } from '#db/tenancy';
import type { SecondFactorUsed, SignInMethod } from '../domain/admission';

/** How far a sign-in has come: a session that waits for a second factor opens nothing. */
export type SessionStage = 'full' | 'second_factor';

/** A session as stored: the hash of its id, its owner, its two limits, and how it was begun. */
export interface SessionRow {
  readonly sessionHash: string;
  readonly userId: string;
  readonly expiresAt: Date;
  readonly absoluteExpiresAt: Date;
  readonly stage: SessionStage;
  readonly method: SignInMethod;
  /** Null when nothing was asked beside the method. */
  readonly secondFactor: SecondFactorUsed | null;
  /** The organization whose identity provider vouched; null unless the method is sso. */
  readonly ssoOrganizationId: string | null;
  readonly lastSeenAt: Date;
  /** At most 200 characters. */
  readonly userAgent: string;
  readonly createdAt: Date;
}

export interface SessionOwner extends SessionRow {
  readonly name: string;
  readonly email: string;
}

const columns = [
  'sessions.sessionHash',
  'sessions.userId',
  'sessions.expiresAt',
  'sessions.absoluteExpiresAt',
  'sessions.stage',
  'sessions.method',
  'sessions.secondFactor',
  'sessions.ssoOrganizationId',
  'sessions.lastSeenAt',
  'sessions.userAgent',
  'sessions.createdAt',
] as const;

/** The session with this hash and its owner, if any. */
export async function findSession(ctx: AuthContext, sessionHash: string): Promise<SessionOwner | undefined> {
  const row = await ctx.tx
    .selectFrom('sessions')
    .innerJoin('users', 'users.userId', 'sessions.userId')
    .select(columns)
    .select(['users.name', 'users.email'])
    .where('sessions.sessionHash', '=', sessionHash)
    .executeTakeFirst();
  return row as SessionOwner | undefined;
}

/** The sessions of one user, the one used last first. */
export async function listSessions(ctx: AuthContext, userId: string): Promise<SessionRow[]> {
  const rows = await ctx.tx
    .selectFrom('sessions')
    .select(columns)
    .where('userId', '=', userId)
    .orderBy('lastSeenAt', 'desc')
    .orderBy('sessionHash')
    .execute();
  return rows as SessionRow[];
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

export async function updateSessionSeen(
  ctx: AuthContext,
  sessionHash: string,
  lastSeenAt: Date,
): Promise<void> {
  await ctx.tx.updateTable('sessions').set({ lastSeenAt }).where('sessionHash', '=', sessionHash).execute();
}

export async function deleteSession(ctx: AuthContext, sessionHash: string): Promise<void> {
  await ctx.tx.deleteFrom('sessions').where('sessionHash', '=', sessionHash).execute();
}

/** Ends a session if it is this user's; whether it was. */
export async function deleteSessionOf(
  ctx: AuthContext,
  userId: string,
  sessionHash: string,
): Promise<boolean> {
  const row = await ctx.tx
    .deleteFrom('sessions')
    .where('userId', '=', userId)
    .where('sessionHash', '=', sessionHash)
    .returning('userId')
    .executeTakeFirst();
  return row !== undefined;
}

export async function deleteSessionsOf(ctx: AuthContext, userId: string): Promise<void> {
  await ctx.tx.deleteFrom('sessions').where('userId', '=', userId).execute();
}

/** Ends all sessions of a user but the one with this hash. */
export async function deleteOtherSessionsOf(
  ctx: AuthContext,
  userId: string,
  sessionHash: string,
): Promise<void> {
  await ctx.tx
    .deleteFrom('sessions')
    .where('userId', '=', userId)
    .where('sessionHash', '<>', sessionHash)
    .execute();
}

export async function deleteExpiredSessions(ctx: AuthContext): Promise<void> {
  await ctx.tx
    .deleteFrom('sessions')
    .where((eb) => eb.or([eb('expiresAt', '<', ctx.now), eb('absoluteExpiresAt', '<', ctx.now)]))
    .execute();
}
