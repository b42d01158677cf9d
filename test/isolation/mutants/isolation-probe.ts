import { sql } from 'kysely';
import { signTenant } from '#db/signing';
import { TEST_TENANT_KEY } from '#test/setup/test-keys';
import { attempt, attemptWork } from '../world/attempt';
import type { ForeignKeyShape, TableShape } from '../world/table-shape';
import { insertRow, newRow, pointAt, type Runner, type TenantWorld } from '../world/tenant-world';

export interface Worlds {
  readonly a: TenantWorld;
  readonly b: TenantWorld;
}

/**
 * Becomes a role inside the operator's transaction, with B's setting signed for this backend, and does what the
 * contract test does to one table. Answers true when the table is isolated.
 */
export async function isIsolated(
  ctx: Runner,
  { a, b }: Worlds,
  probe: { readonly shape: TableShape; readonly as: 'app' | 'owner' | ForeignKeyShape },
): Promise<boolean> {
  const role = probe.as === 'owner' ? 'cadre_owner' : 'cadre_app';
  await sql`savepoint probe`.execute(ctx.tx);
  try {
    await becomeB(ctx, b, role);
    if (typeof probe.as === 'object')
      return await refusesParentOfA(ctx, { a, b }, { ...probe, key: probe.as });
    const table = sql.table(probe.shape.name);
    const seen = await attempt(ctx, sql<{ organizationId: string }>`select organization_id from ${table}`);
    const given = await attempt(ctx, sql`update ${table} set organization_id = ${a.organizationId}::uuid`);
    const sees = seen.rows.map((row) => row.organizationId).join();
    return sees === b.organizationId && given.code === '42501';
  } finally {
    await sql`rollback to savepoint probe`.execute(ctx.tx);
  }
}

async function becomeB(ctx: Runner, b: TenantWorld, role: string): Promise<void> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(ctx.tx);
  const token = signTenant(TEST_TENANT_KEY, {
    organizationId: b.organizationId,
    backendPid: rows[0]?.pid ?? 0,
    expiresAt: Math.ceil(Date.now() / 1000) + 60,
  });
  await sql`select set_config('app.tenant', ${token}, true), set_config('role', ${role}, true)`.execute(
    ctx.tx,
  );
}

async function refusesParentOfA(
  ctx: Runner,
  { a, b }: Worlds,
  { shape, key }: { readonly shape: TableShape; readonly key: ForeignKeyShape },
): Promise<boolean> {
  const parent = { ...a.rows.get(key.parent), organization_id: b.organizationId };
  const row = { ...newRow(shape, b), ...pointAt(key, parent) };
  const insert = () => insertRow(ctx, shape, row);
  const beside = await attemptWork(ctx, async () => ({ rows: [await insert()] }));
  // Where the own row has the key already, in its place.
  const instead = () =>
    attemptWork(ctx, async () => {
      await sql`delete from ${sql.table(shape.name)}`.execute(ctx.tx);
      return { rows: [await insert()] };
    });
  const outcome = beside.code === '23505' ? await instead() : beside;
  return outcome.code === '23503' && outcome.constraint === key.name;
}
