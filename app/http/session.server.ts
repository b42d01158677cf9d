import { createHash } from 'node:crypto';
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from 'lucia';
import type { Database } from '#db/database';
import { type AuthContext, withAuth } from '#db/tenancy';
import {
  deleteExpiredSessions,
  deleteSession,
  deleteSessionsOf,
  findSession,
  insertSession,
  listSessions,
  updateSessionExpiry,
} from '~/modules/organizations/data/sessions';

const IDLE_DAYS = 1;
const ABSOLUTE_DAYS = 14;
const DAY_MS = 86_400_000;

/** A person who is signed in. */
export interface SignedIn {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  /** A new cookie to send because the session slid, or null. */
  readonly renewedCookie: string | null;
}

export interface SessionKeeper {
  /** Opens a new session for the user; returns the cookie to set. A session sent along is ended (rotation). */
  signIn(userId: string, previousCookie: string | null): Promise<string>;
  /** Who the cookie header belongs to, or null. */
  read(cookieHeader: string | null): Promise<SignedIn | null>;
  /** Ends the session of the cookie header; returns the cookie that clears it. */
  signOut(cookieHeader: string | null): Promise<string>;
}

/** The SHA-256 of a session id or token in hexadecimal: what is stored instead of it. */
export function secretHash(value: string): string {
  return createHash('sha256').update(value, 'utf8').digest('hex');
}

/**
 * Sessions by Lucia 3 behind this one file. The adapter stores only the hash of the id and an absolute limit;
 * the cookie is HttpOnly, SameSite=Lax, and `__Host-` with Secure unless secure is false.
 */
export function createSessionKeeper(database: Database, options: { secure: boolean }): SessionKeeper {
  const lucia = new Lucia(createAdapter(database), {
    sessionExpiresIn: new TimeSpan(IDLE_DAYS, 'd'),
    sessionCookie: {
      name: options.secure ? '__Host-cadre' : 'cadre',
      attributes: { sameSite: 'lax', secure: options.secure, path: '/' },
    },
    getUserAttributes: (attributes) => ({ name: attributes.name, email: attributes.email }),
  });
  const idOf = (header: string | null) => (header ? lucia.readSessionCookie(header) : null);
  return {
    async signIn(userId, previousCookie) {
      const previous = idOf(previousCookie);
      if (previous) await lucia.invalidateSession(previous);
      const session = await lucia.createSession(userId, {});
      return lucia.createSessionCookie(session.id).serialize();
    },
    async read(cookieHeader) {
      const id = idOf(cookieHeader);
      if (!id || id.length > 100) return null;
      const { session, user } = await lucia.validateSession(id);
      if (!session) return null;
      const renewedCookie = session.fresh ? lucia.createSessionCookie(session.id).serialize() : null;
      return { userId: user.id, name: user.name, email: user.email, renewedCookie };
    },
    async signOut(cookieHeader) {
      const id = idOf(cookieHeader);
      if (id) await lucia.invalidateSession(id);
      return lucia.createBlankSessionCookie().serialize();
    },
  };
}

function createAdapter(database: Database): Adapter {
  const auth = <T>(work: (ctx: AuthContext) => Promise<T>) => withAuth(database, work);
  return {
    getSessionAndUser: (id) =>
      auth(async (ctx) => {
        const row = await findSession(ctx, secretHash(id));
        if (!row || row.absoluteExpiresAt <= ctx.now) return [null, null];
        const { userId, expiresAt, name, email } = row;
        return [
          { id, userId, expiresAt, attributes: {} },
          { id: userId, attributes: { name, email } },
        ];
      }),
    getUserSessions: (userId) =>
      auth(async (ctx) =>
        (await listSessions(ctx, userId)).map(
          (row): DatabaseSession => ({
            id: row.sessionHash,
            userId,
            expiresAt: row.expiresAt,
            attributes: {},
          }),
        ),
      ),
    setSession: (session) =>
      auth((ctx) =>
        insertSession(ctx, {
          sessionHash: secretHash(session.id),
          userId: session.userId,
          expiresAt: session.expiresAt,
          absoluteExpiresAt: new Date(ctx.now.getTime() + ABSOLUTE_DAYS * DAY_MS),
        }),
      ),
    updateSessionExpiration: (id, expiresAt) =>
      auth((ctx) => updateSessionExpiry(ctx, secretHash(id), expiresAt)),
    deleteSession: (id) => auth((ctx) => deleteSession(ctx, secretHash(id))),
    deleteUserSessions: (userId) => auth((ctx) => deleteSessionsOf(ctx, userId)),
    deleteExpiredSessions: () => auth((ctx) => deleteExpiredSessions(ctx)),
  };
}

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<Record<never, never>, { name: string; email: string }>;
    DatabaseUserAttributes: { name: string; email: string };
    DatabaseSessionAttributes: Record<never, never>;
  }
}
