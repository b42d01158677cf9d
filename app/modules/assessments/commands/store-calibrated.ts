import type { TenantContext } from '#db/tenancy';
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import { updateToSuperseded } from '../data/assessments';
import { assessmentKey } from '../domain/assessment-key';
import type { RatingState } from '../domain/rating-state';
import type { HeldCell } from './hold-cell';
import { loadStoredAssessments } from './load-stored-assessments';
import { storeAssessmentVersions } from './store-assessment-versions';

interface Settled {
  readonly dimension: Dimension;
  /** Null: nothing is settled any more. */
  readonly state: RatingState | null;
}

/**
 * Stores what is settled of a person in a cycle: one assessment of kind calibrated under the cycle, a new version with
 * each decision. Without a settled dimension left there is none.
 */
export async function storeCalibrated(
  ctx: TenantContext,
  cell: HeldCell,
  { dimension, state }: Settled,
): Promise<void> {
  const { cycle, employeeId, soc } = cell;
  const fields = {
    ...{ employeeId, raterKind: 'calibrated' as const, raterId: null, cycleId: cycle.cycleId, soc },
    assessedOn: cycle.closesOn,
  };
  const key = assessmentKey(fields);
  const stored = await loadStoredAssessments(ctx, [{ ...fields, key, ratings: new Map() }]);
  const previous = stored.get(key);
  const ratings = new Map(previous?.ratings);
  if (state) ratings.set(dimension, state);
  else ratings.delete(dimension);
  if (ratings.size === 0) return updateToSuperseded(ctx, previous ? [previous.assessmentId] : []);
  const days = [...ratings.values()].map(({ assessedOn }) => assessedOn).sort();
  const version = {
    ...fields,
    assessedOn: days.at(-1) ?? cycle.closesOn,
    version: (previous?.version ?? 0) + 1,
    replaces: previous?.assessmentId ?? null,
    ratings,
    evidence: (previous?.evidence ?? []).filter((one) => one.dimension !== dimension),
  };
  const settled: Record<string, string> = {};
  for (const { frameworkVersions } of cell.ratings) Object.assign(settled, frameworkVersions);
  await storeAssessmentVersions(ctx, [version], {
    importedBy: null,
    frameworkVersionsOf: () => ({ ...settled, ...cycle.frameworkVersions[soc] }),
  });
}
