import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import { batches } from '~/shared/batches';

/** What one refresh takes off the dirty lists, in its own transaction: a refresh that dies gives it back. */
export interface DirtyClaim {
  readonly employeeIds: string[];
  readonly teamIds: string[];
  /** Largest number taken, 0 when nothing waited. */
  readonly watermark: number;
}

/** Takes up to limit entries about people, and all about teams. The caller holds the organization's refresh lock. */
export async function claimDirty(ctx: TenantContext, limit: number): Promise<DirtyClaim> {
  const oldest = ctx.tx.selectFrom('dirtyPeople').select('dirtyId').orderBy('dirtyId').limit(limit);
  const people = await ctx.tx
    .deleteFrom('dirtyPeople')
    .where('dirtyId', 'in', oldest)
    .returning(['employeeId', 'dirtyId'])
    .execute();
  const teams = await ctx.tx.deleteFrom('dirtyTeams').returning(['teamId']).execute();
  return {
    employeeIds: [...new Set(people.map((row) => row.employeeId))],
    teamIds: [...new Set(teams.map((row) => row.teamId))],
    watermark: people.reduce((highest, row) => Math.max(highest, row.dirtyId), 0),
  };
}

/** Adds entries, without asking for a refresh: the caller is one. */
export async function insertDirty(
  ctx: TenantContext,
  { employeeIds, teamIds }: { readonly employeeIds: readonly string[]; readonly teamIds: readonly string[] },
): Promise<void> {
  for (const batch of batches(employeeIds)) {
    const rows = batch.map((employeeId) => ({ employeeId }));
    await ctx.tx.insertInto('dirtyPeople').values(rows).execute();
  }
  for (const batch of batches(teamIds)) {
    const rows = batch.map((teamId) => ({ teamId }));
    await ctx.tx.insertInto('dirtyTeams').values(rows).execute();
  }
}

/** Entries that wait. */
export async function countDirty(ctx: TenantContext): Promise<number> {
  const count = (table: 'dirtyPeople' | 'dirtyTeams') =>
    ctx.tx
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
  const [people, teams] = [await count('dirtyPeople'), await count('dirtyTeams')];
  return people.n + teams.n;
}

/** One refresh of an organization at a time, until the transaction ends. */
export async function lockRefresh(ctx: TenantContext): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`refresh:${ctx.organizationId}`}, 0))`.execute(
    ctx.tx,
  );
}
