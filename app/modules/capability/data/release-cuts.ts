import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import type { ReleaseCut } from '../domain/suppression/release-cut';
import { RELEASE_COLUMNS, type ReleaseRow } from './releases';

/** The key of the cut that viewers without individual access share. */
export const BASE_CUT = '';

/** A stored cut of a release. */
export async function findCut(
  ctx: TenantContext,
  releaseId: string,
  cutKey: string,
): Promise<ReleaseCut | undefined> {
  const row = await ctx.tx
    .selectFrom('releaseCuts')
    .select('cut')
    .where('releaseId', '=', releaseId)
    .where('viewerKey', '=', cutKey)
    .executeTakeFirst();
  return row?.cut as unknown as ReleaseCut | undefined;
}

/** Whether there is such a cut, without reading it. */
export async function hasCut(ctx: TenantContext, releaseId: string, cutKey: string): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('releaseCuts')
    .select('releaseId')
    .where('releaseId', '=', releaseId)
    .where('viewerKey', '=', cutKey)
    .executeTakeFirst();
  return row !== undefined;
}

/** Stores a cut for good: there is no way to replace one. */
export async function insertCut(
  ctx: TenantContext,
  { releaseId, cutKey, cut }: { releaseId: string; cutKey: string; cut: ReleaseCut },
): Promise<void> {
  await ctx.tx
    .insertInto('releaseCuts')
    .values({ releaseId, viewerKey: cutKey, cut: sql`${JSON.stringify(cut)}::text::jsonb` })
    .execute();
}

/** A release with the cut of it that a viewer reads, null where none was given to the viewer yet. */
export interface AssignedRelease extends ReleaseRow {
  readonly cutKey: string | null;
}

/** All releases up to a day, oldest first, with the viewer's cut of each. */
export async function listAssignedReleases(
  ctx: TenantContext,
  viewerKey: string,
  day: string,
): Promise<AssignedRelease[]> {
  const rows = await ctx.tx
    .selectFrom('releases')
    .leftJoin('releaseViewers', (join) =>
      join
        .onRef('releaseViewers.releaseId', '=', 'releases.releaseId')
        .on('releaseViewers.viewerKey', '=', viewerKey),
    )
    .select(RELEASE_COLUMNS)
    .select('releaseViewers.cutKey')
    .where('releases.asOf', '<=', day)
    .orderBy('releases.sequence')
    .execute();
  return rows as AssignedRelease[];
}

/** Gives the viewer a cut of each of these releases; false when one was given before, which then stays. */
export async function insertAssignments(
  ctx: TenantContext,
  viewerKey: string,
  given: readonly { readonly releaseId: string; readonly cutKey: string }[],
): Promise<boolean> {
  if (given.length === 0) return true;
  const rows = await ctx.tx
    .insertInto('releaseViewers')
    .values(given.map(({ releaseId, cutKey }) => ({ releaseId, viewerKey, cutKey })))
    .onConflict((conflict) => conflict.columns(['organizationId', 'releaseId', 'viewerKey']).doNothing())
    .returning('releaseId')
    .execute();
  return rows.length === given.length;
}

/** One at a time gives cuts to the viewers of an organization, until the transaction ends. */
export async function lockCuts(ctx: TenantContext): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`cuts:${ctx.organizationId}`}, 0))`.execute(
    ctx.tx,
  );
}
