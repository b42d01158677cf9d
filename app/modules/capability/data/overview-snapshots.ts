import type { TenantContext } from '#db/tenancy';
import { batches } from '~/shared/batches';
import type { OverviewSums } from '../domain/overview/overview-sums';
import type { ProfileStamp } from './profiles';

export interface OverviewSnapshot {
  readonly asOf: string;
  readonly teamId: string;
  readonly sums: OverviewSums;
  /** Of the method that they were computed by. */
  readonly formulaVersion: string;
}

/** Keeps the sums of a day; those of a day that has some already are replaced. */
export async function replaceOverviewSnapshot(
  ctx: TenantContext,
  teams: readonly Pick<OverviewSnapshot, 'teamId' | 'sums'>[],
  stamp: ProfileStamp,
): Promise<void> {
  await ctx.tx.deleteFrom('overviewSnapshots').where('asOf', '=', stamp.asOf).execute();
  for (const batch of batches(teams)) {
    const values = batch.map(({ teamId, sums }) => ({ teamId, sums: { ...sums } as never, ...stamp }));
    await ctx.tx.insertInto('overviewSnapshots').values(values).execute();
  }
}

/** The kept sums of days from this one on and before another, by day. */
export async function listOverviewSnapshots(
  ctx: TenantContext,
  { from, before }: { readonly from: string; readonly before: string },
): Promise<OverviewSnapshot[]> {
  const rows = await ctx.tx
    .selectFrom('overviewSnapshots')
    .select(['asOf', 'teamId', 'sums', 'formulaVersion'])
    .where('asOf', '>=', from)
    .where('asOf', '<', before)
    .orderBy('asOf')
    .orderBy('teamId')
    .execute();
  return rows as unknown as OverviewSnapshot[];
}

/** Deletes the sums of days before this one. */
export async function deleteOverviewSnapshotsBefore(ctx: TenantContext, day: string): Promise<void> {
  await ctx.tx.deleteFrom('overviewSnapshots').where('asOf', '<', day).execute();
}
