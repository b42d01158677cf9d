import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import { batches } from '~/shared/batches';

/** What one refresh takes off the dirty lists, in its own transaction: a refresh that dies gives it back. */
export interface DirtyClaim {
  readonly employeeIds: string[];
  readonly teamIds: string[];
  /** Largest number taken, 0 when nothing waited. */
  readonly watermark: number;
  /** Teams wait for a later refresh, and those of these people with them: none of them is taken. */
  readonly teamsWait: boolean;
}

/** Entries about teams that wait at most while so many people do: a stream of ratings must not keep cells old for ever. */
const MOST_TEAMS = 20_000;

/**
 * Takes up to limit entries about people; and all about teams, unless as many people again wait behind these: cells of
 * teams are then summed once for all. The caller holds the organization's refresh lock.
 */
export async function claimDirty(ctx: TenantContext, limit: number): Promise<DirtyClaim> {
  const oldest = ctx.tx.selectFrom('dirtyPeople').select('dirtyId').orderBy('dirtyId').limit(limit);
  const people = await ctx.tx
    .deleteFrom('dirtyPeople')
    .where('dirtyId', 'in', oldest)
    .returning(['employeeId', 'dirtyId'])
    .execute();
  const teamsWait =
    (await isLongerThan(ctx, 'dirtyPeople', limit)) && !(await isLongerThan(ctx, 'dirtyTeams', MOST_TEAMS));
  const teams = teamsWait ? [] : await ctx.tx.deleteFrom('dirtyTeams').returning(['teamId']).execute();
  return {
    teamsWait,
    employeeIds: [...new Set(people.map((row) => row.employeeId))],
    teamIds: [...new Set(teams.map((row) => row.teamId))],
    watermark: people.reduce((highest, row) => Math.max(highest, row.dirtyId), 0),
  };
}

async function isLongerThan(
  { tx }: TenantContext,
  table: 'dirtyPeople' | 'dirtyTeams',
  entries: number,
): Promise<boolean> {
  const beyond = await tx.selectFrom(table).select('dirtyId').offset(entries).limit(1).executeTakeFirst();
  return beyond !== undefined;
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
