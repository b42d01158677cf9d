import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import { batches } from '~/shared/batches';
import type { RoleBand } from '../domain/role-band';

export interface PositionRow {
  readonly positionId: string;
  readonly externalId: string;
  readonly title: string;
  readonly soc: string | null;
  readonly roleBand: RoleBand | null;
  readonly teamId: string;
  readonly siteId: string | null;
  readonly critical: boolean;
  /** The first day on which the post is no more; null: it stands. */
  readonly closedOn: string | null;
  /** Rises with every change: who writes says which state was seen. */
  readonly revision: number;
}

const columns = [
  'positionId',
  'externalId',
  'title',
  'soc',
  'roleBand',
  'teamId',
  'siteId',
  'critical',
  'closedOn',
  'revision',
] as const;

/** Every post, closed ones too, by title. */
export async function listAllPositions(ctx: TenantContext): Promise<PositionRow[]> {
  const rows = await ctx.tx
    .selectFrom('positions')
    .select(columns)
    .orderBy('title')
    .orderBy('externalId')
    .execute();
  return rows as PositionRow[];
}

/** Posts by id, after one: so many. */
export async function listPositionsAfter(
  ctx: TenantContext,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<PositionRow[]> {
  const rows = await ctx.tx
    .selectFrom('positions')
    .select(columns)
    .$if(after !== null, (query) => query.where('positionId', '>', after ?? ''))
    .orderBy('positionId')
    .limit(limit)
    .execute();
  return rows as PositionRow[];
}

/** These posts; unknown ids are left out. */
export async function listPositionsById(
  ctx: TenantContext,
  positionIds: readonly string[],
): Promise<PositionRow[]> {
  const rows = await ctx.tx
    .selectFrom('positions')
    .select(columns)
    .where(sql<boolean>`position_id = any(${positionIds}::uuid[])`)
    .execute();
  return rows as PositionRow[];
}

/** Stores posts by id; an external id once given stays. */
export async function upsertPositions(ctx: TenantContext, rows: readonly PositionRow[]): Promise<void> {
  for (const batch of batches(rows)) {
    await ctx.tx
      .insertInto('positions')
      .values(batch.map((row) => ({ ...row, recordedAt: ctx.now })))
      .onConflict((conflict) =>
        conflict.columns(['organizationId', 'positionId']).doUpdateSet((eb) => ({
          title: eb.ref('excluded.title'),
          soc: eb.ref('excluded.soc'),
          roleBand: eb.ref('excluded.roleBand'),
          teamId: eb.ref('excluded.teamId'),
          siteId: eb.ref('excluded.siteId'),
          critical: eb.ref('excluded.critical'),
          closedOn: eb.ref('excluded.closedOn'),
          revision: eb.ref('excluded.revision'),
          recordedAt: eb.ref('excluded.recordedAt'),
        })),
      )
      .execute();
  }
}
