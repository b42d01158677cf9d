import { sql } from 'kysely';
import { sealDeletion, signTenant, type TenantKey } from './signing';
import { type SystemConnection, type SystemContext, withSystem } from './system';

/** Which organization, and with what its rows are reached: the tables' owner is bound by row security as well. */
export interface Removed {
  readonly organizationId: string;
  readonly tenantKey: TenantKey;
  /** The job that does it, which stays in the queue until it is done; null: the command line. */
  readonly jobId: string | null;
}

interface TableName {
  readonly schema: string;
  readonly name: string;
}

const BATCH = 20_000;
const SETTING_S = 700;

/**
 * Removes every row of an organization from every table that has its id, as the owner of the tables: tables in the order
 * of their foreign keys, in steps that are kept, so that whoever dies over it goes on where it stood; at the end, in one
 * transaction that holds the organization's row against any other, what came in meanwhile and the organization itself.
 * Only for an organization that is marked, with the seal of the key. Returns the rows removed, 0 when it is gone.
 * @throws Error for an organization that nobody said is to be deleted.
 */
export async function removeOrganization(system: SystemConnection, removed: Removed): Promise<number> {
  const state = await withSystem(system, (ctx) => stateOf(ctx, removed));
  if (state === 'gone') return 0;
  if (state === 'live') throw new Error('an organization that is not marked for deletion is not removed');
  await asOrganization(system, removed, (ctx) => removeJobs(ctx, removed));
  const tables = await withSystem(system, listTables);
  let rows = 0;
  for (const table of tables) {
    if (table.name === 'organizations' || table.name === 'organization_directory') continue;
    for (let step = BATCH; step === BATCH; rows += step)
      step = await asOrganization(system, removed, (ctx) => removeSome(ctx, table, removed.organizationId));
  }
  return rows + (await asOrganization(system, removed, (ctx) => removeRest(ctx, tables, removed)));
}

/** Marked is what SQL could have written; deleting is what a process with the key has sealed. */
async function stateOf(
  ctx: SystemContext,
  { organizationId, tenantKey }: Removed,
): Promise<'live' | 'deleting' | 'gone'> {
  const expected = sealDeletion(tenantKey, organizationId);
  const { rows } = await sql<{ seal: string | null }>`
    select case when deleting_since is not null then deletion_seal end as seal from auth.organization_directory
     where organization_id = ${organizationId}::uuid`.execute(ctx.tx);
  if (!rows[0]) return 'gone';
  return rows[0].seal === expected ? 'deleting' : 'live';
}

/** A transaction of the owner that carries the organization's signed setting. */
function asOrganization<T>(
  system: SystemConnection,
  { organizationId, tenantKey }: Removed,
  work: (ctx: SystemContext) => Promise<T>,
): Promise<T> {
  return withSystem(system, async (ctx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(ctx.tx);
    const expiresAt = Math.ceil(Date.now() / 1000) + SETTING_S;
    const value = signTenant(tenantKey, { organizationId, backendPid: rows[0]?.pid ?? 0, expiresAt });
    await sql`select set_config('app.tenant', ${value}, true)`.execute(ctx.tx);
    return work(ctx);
  });
}

/** Waits for what jobs of the organization have open, then takes them away: their next transaction finds no job. */
async function removeJobs(ctx: SystemContext, { organizationId, jobId }: Removed): Promise<void> {
  await sql`delete from graphile_worker._private_jobs
    where payload ->> 'organizationId' = ${organizationId} and id::text is distinct from ${jobId}::text`.execute(
    ctx.tx,
  );
  await sql`delete from graphile_worker._private_job_queues where queue_name = ${`figures:${organizationId}`}`.execute(
    ctx.tx,
  );
}

/** Every table with an organization's id, those that point at others first. */
async function listTables(ctx: SystemContext): Promise<TableName[]> {
  const { rows } = await sql<TableName & { oid: string; above: string[] }>`
    select c.oid::text as oid, n.nspname as schema, c.relname as name,
           array(select distinct k.confrelid::text from pg_constraint k
                  where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as above
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('public', 'auth')
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id'
     where c.relkind = 'r'
     order by n.nspname desc, c.relname`.execute(ctx.tx);
  const ordered: TableName[] = [];
  const waiting = new Map(rows.map((row) => [row.oid, row]));
  while (waiting.size > 0) {
    const pointedAt = new Set([...waiting.values()].flatMap((row) => row.above));
    const free = [...waiting.values()].filter((row) => !pointedAt.has(row.oid));
    if (free.length === 0) throw new Error('tables point at each other in a circle');
    for (const { oid, schema, name } of free) {
      ordered.push({ schema, name });
      waiting.delete(oid);
    }
  }
  return ordered;
}

async function removeSome(
  ctx: SystemContext,
  { schema, name }: TableName,
  organizationId: string,
): Promise<number> {
  const table = sql.id(schema, name);
  const { numAffectedRows = 0n } = await sql`delete from ${table} where ctid = any(array(
    select ctid from ${table} where organization_id = ${organizationId}::uuid limit ${BATCH}))`.execute(
    ctx.tx,
  );
  return Number(numAffectedRows);
}

async function removeRest(
  ctx: SystemContext,
  tables: readonly TableName[],
  removed: Removed,
): Promise<number> {
  const { organizationId } = removed;
  await sql`select from public.organizations where organization_id = ${organizationId}::uuid for update`.execute(
    ctx.tx,
  );
  await removeJobs(ctx, removed);
  let rows = 0;
  for (const { schema, name } of tables) {
    const { numAffectedRows = 0n } =
      await sql`delete from ${sql.id(schema, name)} where organization_id = ${organizationId}::uuid`.execute(
        ctx.tx,
      );
    rows += Number(numAffectedRows);
  }
  // What its removal noted itself: nobody has pages of it any more.
  await sql`delete from cadre_private.data_changes where organization_id = ${organizationId}::uuid`.execute(
    ctx.tx,
  );
  return rows;
}
