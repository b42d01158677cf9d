import { createHash } from 'node:crypto';
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from 'lucia';
import type { Database } from '#db/database';
import { type AuthContext, withAuth } from '#db/tenancy';
import {
  deleteExpiredSessions,
  deleteSession,
  deleteSessionOf,
  deleteSessionsOf,
  findSession,
  insertSession,
  listSessions,
  type SessionRow,
  type SessionStage,
  updateSessionExpiry,
  updateSessionSeen,
} from '~/modules/organizations/data/sessions';
import type { SecondFactorUsed, SignInMethod } from '~/modules/organizations/domain/admission';
import { readCookie } from './read-cookie';

const IDLE_DAYS = 1;
const ABSOLUTE_DAYS = 14;
/** Of a session by single sign-on: the provider is asked again every working day whether the person is still one. */
const SSO_ABSOLUTE_DAYS = 0.5;
const DAY_MS = 86_400_000;
/** How exact the moment of last use is. */
const SEEN_MS = 60_000;
/** How long a session waits for its second factor. */
const WAITING_MS = 15 * 60_000;
const LONGEST_AGENT = 200;

/** A person who is signed in. */
export interface SignedIn {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly method: SignInMethod;
  readonly secondFactor: SecondFactorUsed | null;
  /** The organization whose identity provider vouched, when the method is sso. */
  readonly ssoOrganizationId: string | null;
  /** Which of the person's sessions this is: what revoke takes; it opens nothing. */
  readonly sessionKey: string;
  readonly begunAt: Date;
  /** A new cookie to send because the session slid, or null. */
  readonly renewedCookie: string | null;
}

/** How a session begins. */
export interface SessionBeginning {
  readonly stage: SessionStage;
  readonly method: SignInMethod;
  /** What was proved beside the password; nothing when left out. */
  readonly secondFactor?: SecondFactorUsed | null;
  /** The organization whose identity provider vouched; given with sso and only then. */
  readonly ssoOrganizationId?: string;
  /** What the browser says it is. */
  readonly userAgent: string | null;
  /** When the person last proved who they are, where the session goes on another one without a proof; else it is now. */
  readonly begunAt?: Date;
}

/** A session of a user, as its owner sees it. */
export interface SessionOfUser {
  /** What revoke takes; it opens nothing. */
  readonly key: string;
  /** Whether it is the one of the cookie. */
  readonly isThis: boolean;
  readonly method: SignInMethod;
  readonly secondFactor: SecondFactorUsed | null;
  /** The password was right and the second factor is waited for: nobody is signed in by it yet. */
  readonly isWaiting: boolean;
  readonly userAgent: string;
  readonly lastSeenAt: Date;
}

/**
 * Whoever changes how a user signs in ends the user's sessions in the same transaction (deleteSessionsOf). Where a role
 * changed, sessions from before open that organization no more (admissionOf). Either way the person signs in or proves
 * who they are, so no id from before the change works after it.
 */
export interface SessionKeeper {
  /** Opens a new session for the user; returns the cookie to set. A session sent along is ended (rotation). */
  signIn(userId: string, previousCookie: string | null, beginning: SessionBeginning): Promise<string>;
  /** Who the cookie header belongs to, or null; also null while a second factor is waited for. In its own transaction when none is given. */
  read(cookieHeader: string | null, within?: AuthContext): Promise<SignedIn | null>;
  /** Who the cookie header belongs to while a second factor is waited for, or null. */
  readWaiting(cookieHeader: string | null): Promise<SignedIn | null>;
  /** All sessions of the user that live or still wait for a second factor, the one used last first. */
  list(userId: string, cookieHeader: string | null): Promise<SessionOfUser[]>;
  /** Ends one session of the user; false when it is none of theirs. */
  revoke(userId: string, key: string): Promise<boolean>;
  /** Which session the cookie header names, whether it lives or not: what is stored of its id; null: none. */
  keyOf(cookieHeader: string | null): string | null;
  /** Ends the session of the cookie header; returns the cookie that clears it. */
  signOut(cookieHeader: string | null): Promise<string>;
}

/** The SHA-256 of a session id or token in hexadecimal: what is stored instead of it. */
export function secretHash(value: string): string {
  return createHash('sha256').update(value, 'utf8').digest('hex');
}

interface SessionOptions {
  readonly secure: boolean;
  /** The moment by which sessions end; the machine's when left out. */
  readonly clock?: () => Date;
}

/**
 * Sessions by Lucia 3 behind this one file. The adapter stores only the hash of the id and an absolute limit;
 * the cookie is HttpOnly, SameSite=Lax, and `__Host-` with Secure unless secure is false.
 */
export function createSessionKeeper(database: Database, options: SessionOptions): SessionKeeper {
  const clock = options.clock ?? (() => new Date());
  const luciaWith = (auth: AuthWork) => luciaOver(createAdapter(auth, clock), options);
  const lucia = luciaWith((work) => withAuth(database, work));
  const idOf = (header: string | null) => readCookie(header, lucia.sessionCookieName);
  const readAt = async (
    { stage, by = lucia }: { readonly stage: SessionStage; readonly by?: typeof lucia },
    cookieHeader: string | null,
  ): Promise<SignedIn | null> => {
    const id = idOf(cookieHeader);
    if (!id || id.length > 100) return null;
    const { session, user } = await by.validateSession(id);
    if (!session || session.stage !== stage) return null;
    const { method, secondFactor, ssoOrganizationId, begunAt } = session;
    if (isOver({ stage, begunAt }, clock())) return null;
    const renewedCookie = session.fresh ? lucia.createSessionCookie(session.id).serialize() : null;
    const person = { userId: user.id, name: user.name, email: user.email };
    const sessionKey = secretHash(id);
    return { ...person, method, secondFactor, ssoOrganizationId, sessionKey, begunAt, renewedCookie };
  };
  return {
    async signIn(userId, previousCookie, beginning) {
      const previous = idOf(previousCookie);
      if (previous) await lucia.invalidateSession(previous);
      const { stage, method, secondFactor = null, ssoOrganizationId = null } = beginning;
      const userAgent = shortAgent(beginning.userAgent);
      const createdAt = beginning.begunAt ?? clock();
      const attributes = { stage, method, secondFactor, ssoOrganizationId, userAgent, createdAt };
      const session = await lucia.createSession(userId, attributes);
      return lucia.createSessionCookie(session.id).serialize();
    },
    read: (cookieHeader, within) =>
      readAt({ stage: 'full', ...(within ? { by: luciaWith((work) => work(within)) } : {}) }, cookieHeader),
    readWaiting: (cookieHeader) => readAt({ stage: 'second_factor' }, cookieHeader),
    async list(userId, cookieHeader) {
      const id = idOf(cookieHeader);
      const current = id ? secretHash(id) : null;
      const rows = await withAuth(database, (ctx) => listSessions(ctx, userId));
      return rows
        .filter((row) => isLive(row, clock()))
        .filter(({ stage, createdAt }) => !isOver({ stage, begunAt: createdAt }, clock()))
        .map(({ sessionHash: key, stage, method, secondFactor, userAgent, lastSeenAt }) => ({
          key,
          isThis: key === current,
          method,
          secondFactor,
          isWaiting: stage === 'second_factor',
          userAgent,
          lastSeenAt,
        }));
    },
    revoke: (userId, key) => withAuth(database, (ctx) => deleteSessionOf(ctx, userId, key)),
    keyOf(cookieHeader) {
      const id = idOf(cookieHeader);
      return id ? secretHash(id) : null;
    },
    async signOut(cookieHeader) {
      const id = idOf(cookieHeader);
      if (id) await lucia.invalidateSession(id);
      return lucia.createBlankSessionCookie().serialize();
    },
  };
}

interface Limits {
  readonly expiresAt: Date;
  readonly absoluteExpiresAt: Date;
}

const isLive = ({ expiresAt, absoluteExpiresAt }: Limits, now: Date) =>
  expiresAt > now && absoluteExpiresAt > now;

/** Whether a session waited for its second factor for too long. */
const isOver = ({ stage, begunAt }: { stage: SessionStage; begunAt: Date }, now: Date) =>
  stage === 'second_factor' && now.getTime() - begunAt.getTime() > WAITING_MS;

/** Without characters that PostgreSQL cannot hold. */
function shortAgent(userAgent: string | null): string {
  return (userAgent ?? '').replaceAll('\0', '').slice(0, LONGEST_AGENT).toWellFormed();
}

function luciaOver(adapter: Adapter, { secure }: SessionOptions) {
  return new Lucia(adapter, {
    sessionExpiresIn: new TimeSpan(IDLE_DAYS, 'd'),
    sessionCookie: {
      name: secure ? '__Host-cadre' : 'cadre',
      attributes: { sameSite: 'lax', secure, path: '/' },
    },
    getUserAttributes: (attributes) => ({ name: attributes.name, email: attributes.email }),
    getSessionAttributes: ({ stage, method, secondFactor, ssoOrganizationId, createdAt }) => ({
      ...{ stage, method, secondFactor, ssoOrganizationId, begunAt: createdAt },
    }),
  });
}

type AuthWork = <T>(work: (ctx: AuthContext) => Promise<T>) => Promise<T>;

/** Lucia reads the machine's clock: limits are shifted on their way between it and the table. */
function createAdapter(auth: AuthWork, clock: () => Date): Adapter {
  const ahead = () => clock().getTime() - Date.now();
  const toLucia = (stored: Date) => new Date(stored.getTime() - ahead());
  const toStored = (date: Date) => new Date(date.getTime() + ahead());
  return {
    getSessionAndUser: (id) =>
      auth(async (ctx) => {
        const row = await findSession(ctx, secretHash(id));
        const now = clock();
        if (!row || row.absoluteExpiresAt <= now) return [null, null];
        const { userId, name, email, ...rest } = row;
        if (isLive(row, now) && now.getTime() - row.lastSeenAt.getTime() > SEEN_MS) {
          await updateSessionSeen(ctx, row.sessionHash, now);
        }
        return [
          {
            id,
            userId,
            expiresAt: toLucia(row.expiresAt),
            attributes: attributesOf(rest),
          },
          { id: userId, attributes: { name, email } },
        ];
      }),
    getUserSessions: (userId) =>
      auth(async (ctx) =>
        (await listSessions(ctx, userId)).map(
          (row): DatabaseSession => ({
            id: row.sessionHash,
            userId,
            expiresAt: toLucia(row.expiresAt),
            attributes: attributesOf(row),
          }),
        ),
      ),
    setSession: ({ id, userId, expiresAt, attributes }) =>
      auth((ctx) => {
        const now = clock();
        const absoluteDays = attributes.method === 'sso' ? SSO_ABSOLUTE_DAYS : ABSOLUTE_DAYS;
        return insertSession(ctx, {
          sessionHash: secretHash(id),
          userId,
          expiresAt: toStored(expiresAt),
          absoluteExpiresAt: new Date(attributes.createdAt.getTime() + absoluteDays * DAY_MS),
          lastSeenAt: now,
          ...attributes,
        });
      }),
    updateSessionExpiration: (id, expiresAt) =>
      auth((ctx) => updateSessionExpiry(ctx, secretHash(id), toStored(expiresAt))),
    deleteSession: (id) => auth((ctx) => deleteSession(ctx, secretHash(id))),
    deleteUserSessions: (userId) => auth((ctx) => deleteSessionsOf(ctx, userId)),
    deleteExpiredSessions: () => auth((ctx) => deleteExpiredSessions(ctx)),
  };
}

type SessionAttributes = Pick<
  SessionRow,
  'stage' | 'method' | 'secondFactor' | 'ssoOrganizationId' | 'userAgent' | 'createdAt'
>;

/** What Lucia keeps beside id, owner and limit. */
function attributesOf(row: SessionAttributes): SessionAttributes {
  const { stage, method, secondFactor, ssoOrganizationId, userAgent, createdAt } = row;
  return { stage, method, secondFactor, ssoOrganizationId, userAgent, createdAt };
}

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<
      Omit<SessionAttributes, 'userAgent' | 'createdAt'> & { begunAt: Date },
      { name: string; email: string }
    >;
    DatabaseUserAttributes: { name: string; email: string };
    DatabaseSessionAttributes: SessionAttributes;
  }
}
