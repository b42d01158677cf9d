import { randomBytes } from 'node:crypto';
import type { Database } from '#db/database';
import { type AuthContext, withAuth } from '#db/tenancy';
import type { KeyedHash } from '~/keyed-hash.server';
import { deleteCounters, returnAttempt, takeAttempt } from '../data/attempt-counters';
import { deleteSourcesOf, findKnownSources, isKnownSource, upsertKnownSource } from '../data/known-sources';
import {
  type Attempt,
  type AttemptSource,
  accountCounterNames,
  countersOf,
  type SourceTrust,
} from '../domain/attempt-limits';

export interface AttemptServices {
  readonly database: Database;
  readonly keyedHash: KeyedHash;
}

export type AttemptBegun =
  | {
      readonly allowed: true;
      /** To be called once what was tried turned out right: the try is then not counted. */
      readonly succeeded: () => Promise<void>;
    }
  | { readonly allowed: false; readonly retryAfterSeconds: number };

/**
 * Counts a try before it is made, so that many at once are bounded too, and says whether it may be made. The same for
 * accounts that there are and those that there are not.
 */
export async function beginAttempt(services: AttemptServices, attempt: Attempt): Promise<AttemptBegun> {
  const { database, keyedHash } = services;
  const begun = await withAuth(database, async (ctx) => {
    const trust = await trustOf(ctx, keyedHash, attempt);
    const counters = countersOf(attempt, trust).map(({ name, limit }) => ({ key: keyedHash(name), limit }));
    for (const { key, limit } of counters) {
      const wait = await takeAttempt(ctx, key, limit);
      if (wait > 0) return { wait, counters };
    }
    return { wait: 0, counters };
  });
  if (begun.wait > 0) return { allowed: false, retryAfterSeconds: begun.wait };
  const succeeded = () =>
    withAuth(database, async (ctx) => {
      for (const { key, limit } of begun.counters) await returnAttempt(ctx, key, limit);
    });
  return { allowed: true, succeeded };
}

async function trustOf(
  ctx: AuthContext,
  keyedHash: KeyedHash,
  { account, source }: Attempt,
): Promise<SourceTrust> {
  if (account === null) return 'none';
  const keys = sourceKeys(keyedHash, source);
  const asked = keys.device ? [keys.address, keys.device] : [keys.address];
  const known = await findKnownSources(ctx, accountKey(keyedHash, account), asked);
  if (keys.device && known.has(keys.device)) return 'device';
  return known.has(keys.address) ? 'address' : 'none';
}

const accountKey = (keyedHash: KeyedHash, account: string) =>
  keyedHash(JSON.stringify(['account', account.toLowerCase()]));

function sourceKeys(keyedHash: KeyedHash, { address, device }: AttemptSource) {
  return {
    address: keyedHash(JSON.stringify(['source', 'address', address])),
    device: device === null ? null : keyedHash(JSON.stringify(['source', 'device', device])),
  };
}

/**
 * Keeps in mind that the account was signed in to from here, with everything that was asked. Gives what the browser is
 * to send from now on: its own value when Cadre gave it that, else a new one.
 */
export async function rememberSource(
  { database, keyedHash }: AttemptServices,
  account: string,
  source: AttemptSource,
): Promise<string> {
  return withAuth(database, async (ctx) => {
    const sent = sourceKeys(keyedHash, source).device;
    const isOwn = source.device !== null && sent !== null && (await isKnownSource(ctx, sent));
    const device = isOwn ? source.device : randomBytes(24).toString('base64url');
    const keys = sourceKeys(keyedHash, { ...source, device });
    const who = accountKey(keyedHash, account);
    await upsertKnownSource(ctx, who, keys.address);
    if (keys.device) await upsertKnownSource(ctx, who, keys.device);
    return device;
  });
}

/** Forgets from where an account was signed in to and what was tried on it, when the account goes. */
export async function forgetAttempts(ctx: AuthContext, keyedHash: KeyedHash, account: string): Promise<void> {
  await deleteSourcesOf(ctx, accountKey(keyedHash, account));
  await deleteCounters(ctx, accountCounterNames(account).map(keyedHash));
}
