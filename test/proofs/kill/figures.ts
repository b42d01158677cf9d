import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import { markEverythingChanged } from '~/modules/capability/commands/mark-everything-changed';
import { refreshCapability } from '~/modules/capability/commands/refresh-capability';
import type { Access } from './access';

/** Every stored figure of the organization as text, without when it was computed and which entry asked for it. */
async function readFigures(ctx: TenantContext): Promise<string> {
  const id = ctx.organizationId;
  const { rows } = await sql<{ all: string | null }>`
    select coalesce((select jsonb_agg(to_jsonb(c) - 'computed_at' - 'source_watermark'
                       order by c.group_id, c.row_kind, c.dimension)
                       from heatmap_cells c where c.organization_id = ${id})::text, 'no cells')
        || coalesce((select jsonb_agg(to_jsonb(p) - 'computed_at' order by p.employee_id, p.dimension)
                       from profiles p where p.organization_id = ${id})::text, 'no profiles') as all`.execute(
    ctx.tx,
  );
  return rows[0]?.all ?? '';
}

/** Carries the comparison out of the transaction, which is rolled back. */
class Compared extends Error {
  constructor(readonly equal: boolean) {
    super('rolled back');
  }
}

/** Whether the stored figures equal those of a full rebuild, to the bit. The rebuild is taken back. */
export async function equalsRebuild(access: Access, organizationId: string): Promise<boolean> {
  try {
    await access.tenant(organizationId, async (ctx) => {
      const stored = await readFigures(ctx);
      await ctx.tx.deleteFrom('heatmapCells').execute();
      await ctx.tx.deleteFrom('profiles').execute();
      await markEverythingChanged(ctx);
      for (let remaining = 1; remaining > 0; ) remaining = (await refreshCapability(ctx)).remaining;
      throw new Compared(stored === (await readFigures(ctx)));
    });
  } catch (error) {
    if (error instanceof Compared) return error.equal;
    throw error;
  }
  return false;
}

/** Throws all stored figures away. */
export async function forgetFigures({ admin }: Access): Promise<void> {
  await admin`truncate heatmap_cells, profiles, capability_state`;
}

/** Whether nothing waits to be computed. A job that was asked for again while it ran is tried no more. */
export async function isDrained({ admin }: Access): Promise<boolean> {
  const [row] = await admin<{ n: number }[]>`
    select (select count(*)::int from dirty_people) + (select count(*)::int from dirty_teams)
         + (select count(*)::int from graphile_worker._private_jobs
             where attempts < max_attempts or locked_by is not null) as n`;
  return row?.n === 0;
}

/**
 * As if worker pools had been silent for a minute: those that have not said for so many seconds that they live. A
 * living one says it every five.
 */
export async function setBackHeartbeats({ admin }: Access, silentSeconds: number): Promise<void> {
  await admin`
    update cadre_private.worker_heartbeats set seen_at = seen_at - interval '1 minute'
     where seen_at <= clock_timestamp() - make_interval(secs => ${silentSeconds})`;
}
