import type { Kysely, QueryExecutorProvider } from 'kysely';
import type { Slot } from './client/slot';
import { kyselyOverSlot } from './client/slot-dialect';
import { CAMEL_CASE, type Database } from './database';
import { isUuid, signTenant } from './signing';
import type { AppTables, AuthTables } from './tables';
import { TenantPlugin } from './tenant-plugin';
import { inTransaction } from './transaction';

declare const tenantBrand: unique symbol;

/** Who acts: a person who is signed in, a token, a job, or the operator at the command line. */
export interface Actor {
  readonly kind: 'user' | 'token' | 'job' | 'operator';
  readonly id: string;
}

/**
 * One organization's transaction. Only withTenant makes one; every command, query and data function takes it first.
 * now is the moment at which the work began, the same for everything in it.
 */
export interface TenantContext {
  readonly [tenantBrand]: true;
  readonly tx: Kysely<AppTables>;
  readonly organizationId: string;
  readonly actor: Actor;
  readonly now: Date;
  /**
   * Adds work that runs once everything else of the transaction is done, right before it commits: what takes a lock
   * that all of the organization share. In a read-only transaction it runs after it, in one that may write; withTenant
   * fails when it fails.
   */
  readonly atEnd: (step: EndStep) => void;
}

export type EndStep = (ctx: TenantContext) => Promise<void>;

/** What the log and the queue need of a transaction: of an organization's, or of one of its members' (MembersContext). */
export interface SignedContext {
  readonly tx: QueryExecutorProvider;
  readonly actor: Actor;
}

export interface TenantRequest {
  readonly organizationId: string;
  readonly actor: Actor;
  readonly now?: Date;
  /** Longest time of one statement; web 15 s, jobs 10 min. */
  readonly limitMs?: number;
  readonly readOnly?: boolean;
}

const EXPIRY_GRACE_S = 60;
const WEB_LIMIT_MS = 15_000;

/** Opens a transaction as one organization: the setting is signed for this backend and this time only. */
export async function withTenant<T>(
  database: Database,
  request: TenantRequest,
  work: (ctx: TenantContext) => Promise<T>,
): Promise<T> {
  if (!isUuid(request.organizationId)) throw new Error('not an organization id');
  const steps: EndStep[] = [];
  const runSteps = async (ctx: TenantContext) => {
    for (const step of steps) await step(ctx);
  };
  if (!request.readOnly) {
    return openTenant(database, request, steps, async (ctx) => {
      const value = await work(ctx);
      await runSteps(ctx);
      return value;
    });
  }
  const value = await openTenant(database, request, steps, work);
  if (steps.length > 0) await openTenant(database, { ...request, readOnly: false }, [], runSteps);
  return value;
}

function openTenant<T>(
  database: Database,
  request: TenantRequest,
  steps: EndStep[],
  work: (ctx: TenantContext) => Promise<T>,
): Promise<T> {
  const limitMs = request.limitMs ?? WEB_LIMIT_MS;
  const now = request.now ?? new Date();
  const { organizationId, actor } = request;
  const options = {
    limitMs,
    readOnly: request.readOnly ?? false,
    settings: signedSettings(database, organizationId, limitMs),
  };
  const transaction = () =>
    inTransaction(database.app, options, (slot) => {
      const tx = kyselyOverSlot<AppTables>(slot, [new TenantPlugin(organizationId), CAMEL_CASE]);
      const atEnd = (step: EndStep) => void steps.push(step);
      return work({ tx, organizationId, actor, now, atEnd } as TenantContext);
    });
  return database.turns ? database.turns.run(organizationId, transaction) : transaction();
}

function signedSettings(database: Database, organizationId: string, limitMs: number) {
  const expiresAt = Math.ceil(Date.now() / 1000 + limitMs / 1000) + EXPIRY_GRACE_S;
  return ({ backendPid }: Slot) => ({
    'app.tenant': signTenant(database.tenantKey, { organizationId, backendPid, expiresAt }),
  });
}

/** A transaction of the role cadre_auth: users, sessions, memberships, tokens; nothing of any organization's data. */
export interface AuthContext {
  readonly tx: Kysely<AuthTables>;
  readonly now: Date;
}

export async function withAuth<T>(database: Database, work: (ctx: AuthContext) => Promise<T>): Promise<T> {
  return inTransaction(
    database.auth,
    { limitMs: WEB_LIMIT_MS, readOnly: false, settings: () => ({}) },
    (slot) =>
      work({
        tx: kyselyOverSlot<AuthTables>(slot, [CAMEL_CASE]).withSchema('auth') as Kysely<AuthTables>,
        now: new Date(),
      }),
  );
}

/**
 * A transaction of the role cadre_auth about the members of one organization. The signed setting goes with it, so that
 * audit entries and jobs of the organization are kept together with the change, or not at all.
 */
export interface MembersContext extends AuthContext, SignedContext {
  readonly tx: Kysely<AuthTables>;
  readonly organizationId: string;
  /** As of a tenant's context. */
  readonly atEnd: (step: (ctx: MembersContext) => Promise<void>) => void;
}

/** Opens a transaction about an organization's members. */
export async function withMembers<T>(
  database: Database,
  { organizationId, actor }: Pick<TenantRequest, 'organizationId' | 'actor'>,
  work: (ctx: MembersContext) => Promise<T>,
): Promise<T> {
  if (!isUuid(organizationId)) throw new Error('not an organization id');
  const signed = signedSettings(database, organizationId, WEB_LIMIT_MS);
  // Functions of the log and the queue are found under auth, where this role may call them.
  const settings = (slot: Slot) => ({ ...signed(slot), search_path: 'auth' });
  return inTransaction(database.auth, { limitMs: WEB_LIMIT_MS, readOnly: false, settings }, async (slot) => {
    const steps: ((ctx: MembersContext) => Promise<void>)[] = [];
    const tx = kyselyOverSlot<AuthTables>(slot, [CAMEL_CASE]).withSchema('auth') as Kysely<AuthTables>;
    const atEnd: MembersContext['atEnd'] = (step) => void steps.push(step);
    const ctx: MembersContext = { tx, organizationId, actor, now: new Date(), atEnd };
    const value = await work(ctx);
    for (const step of steps) await step(ctx);
    return value;
  });
}
