import type { TenantContext } from '#db/tenancy';
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import { batches } from '~/shared/batches';
import { listOpenContestsOf } from '../data/contests';

export interface OpenContest {
  readonly employeeId: string;
  readonly dimension: Dimension;
  /** The rating that is contested; null: the level of the dimension. */
  readonly assessmentId: string | null;
}

/** What these people contest at present. */
export async function listOpenContests(
  ctx: TenantContext,
  employeeIds: readonly string[],
): Promise<OpenContest[]> {
  const contests: OpenContest[] = [];
  for (const batch of batches([...new Set(employeeIds)])) {
    contests.push(...(await listOpenContestsOf(ctx, batch)));
  }
  return contests;
}

/** Who of these people contests a rating at present: no band, rank or plan of theirs is confirmed until it is answered. */
export async function hasOpenContest(
  ctx: TenantContext,
  employeeIds: readonly string[],
): Promise<ReadonlySet<string>> {
  return new Set((await listOpenContests(ctx, employeeIds)).map(({ employeeId }) => employeeId));
}
