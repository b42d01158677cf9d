import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { ConnectionLost } from '#db/client/connection-lost';
import { PoolExhausted } from '#db/client/pool';
import type { Database } from '#db/database';
import { type TenantContext, withTenant } from '#db/tenancy';
import type { SeededRandom } from './seeded-random';

/** What the callers of a run saw. */
export interface WriteLog {
  transactions: number;
  /** Failed with an error that says that the connection was lost or none was free. */
  lost: number;
  busy: number;
  /** Stopped by a time limit of a statement. */
  stopped: number;
  readonly acknowledged: Set<string>;
  readonly foreign: string[];
  readonly unexpected: string[];
  hung: number;
}

export function emptyLog(): WriteLog {
  return {
    transactions: 0,
    lost: 0,
    busy: 0,
    stopped: 0,
    acknowledged: new Set(),
    foreign: [],
    unexpected: [],
    hung: 0,
  };
}

interface WriteOptions {
  readonly database: Database;
  readonly organizationId: string;
  readonly random: SeededRandom;
  readonly log: WriteLog;
}

const HUNG_MS = 10_000;
const STATEMENT_TIMEOUT = '57014';
const actor = { kind: 'operator', id: 'proof 1' } as const;

/**
 * One transaction of one organization: two rows that carry the organization in their text, with reads of everything
 * visible and pauses between them. One in forty outstays the server's limit for idle transactions, one in forty
 * its limit for the whole transaction.
 */
export async function tenantWrite({ database, organizationId, random, log }: WriteOptions): Promise<void> {
  const token = randomUUID();
  const kind = random.below(40);
  const limitMs = kind === 0 ? 25 : 5_000;
  const work = async (ctx: TenantContext) => {
    if (kind === 1) await sql`set local transaction_timeout = '20ms'`.execute(ctx.tx);
    await insertTeam(ctx, `${organizationId}|${token}|1`);
    await pause(kind <= 1 ? 60 : random.below(6));
    await readBack(ctx, log);
    await pause(random.below(4));
    await insertTeam(ctx, `${organizationId}|${token}|2`);
    if (random.chance(0.5)) await pause(random.below(3));
  };
  log.transactions += 1;
  const running = withTenant(database, { organizationId, actor, limitMs }, work).then(
    () => void log.acknowledged.add(token),
    (error: unknown) => {
      if (error instanceof ConnectionLost) log.lost += 1;
      else if (error instanceof PoolExhausted) log.busy += 1;
      else if ((error as { code?: string }).code === STATEMENT_TIMEOUT) log.stopped += 1;
      else log.unexpected.push(String(error));
    },
  );
  const late = new AbortController();
  const hangs = pause(HUNG_MS, 'hung', { signal: late.signal }).catch(() => undefined);
  if ((await Promise.race([running, hangs])) === 'hung') log.hung += 1;
  late.abort();
}

/** The organization comes from the setting alone: in another's transaction the row would become the other's. */
async function insertTeam(ctx: TenantContext, name: string): Promise<void> {
  await sql`insert into teams (team_id, name) values (${randomUUID()}::uuid, ${name})`.execute(ctx.tx);
}

/** Reads without naming the organization, as injected SQL would. */
async function readBack(ctx: TenantContext, log: WriteLog): Promise<void> {
  const { rows } = await sql<{ name: string; organization: string }>`
    select name, organization_id::text as organization from teams order by recorded_at desc limit ${20}::int`.execute(
    ctx.tx,
  );
  for (const { name, organization } of rows) {
    if (organization !== ctx.organizationId || !name.startsWith(ctx.organizationId)) {
      log.foreign.push(`${ctx.organizationId} read ${name} of ${organization}`);
    }
  }
  if (rows.length === 0) log.unexpected.push('own row not seen');
}
