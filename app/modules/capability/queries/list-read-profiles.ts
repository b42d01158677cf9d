import type { TenantContext } from '#db/tenancy';
import { listBlindRatingsOf } from '~/modules/assessments/queries/list-blind-ratings';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import type { NewProfileRow } from '../data/profiles';
import { computeProfiles } from './compute-profiles';
import type { Method } from './get-method';

interface Reader {
  readonly viewer: Viewer;
  readonly method: Pick<Method, 'constants' | 'instruments'>;
  readonly asOf: string;
}

/** What of a row tells which ratings are behind it. */
type Known = Pick<NewProfileRow, 'employeeId' | 'dimension' | 'assessmentIds' | 'selfManagerDifference'>;

/**
 * The rows of people as the viewer reads them: where one of them rests on a rating that the viewer does not know yet
 * (list-blind-ratings.ts), the person's are computed without it.
 */
export async function asReadBy<Row extends Known>(
  ctx: TenantContext,
  rows: readonly Row[],
  { viewer, method, asOf, rowOf }: Reader & { readonly rowOf: (computed: NewProfileRow) => Row },
): Promise<Row[]> {
  const ids = [...new Set(rows.map(({ employeeId }) => employeeId))];
  const without = await listBlindRatingsOf(ctx, viewer, ids);
  if (without.size === 0) return [...rows];
  // A difference names no ratings, so it is computed again with the rest.
  const concerned = new Set(
    rows
      .filter((row) => row.selfManagerDifference !== null || row.assessmentIds.some((id) => without.has(id)))
      .map(({ employeeId }) => employeeId),
  );
  const computed = await computeProfiles(ctx, [...concerned], { method, asOf, without });
  return [...rows.filter(({ employeeId }) => !concerned.has(employeeId)), ...computed.map(rowOf)];
}
