import type { TenantContext } from '#db/tenancy';
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { organizationDay } from '~/modules/organizations/queries/organization-day';
import { Conflict, Forbidden, NotFound } from '~/shared/errors';
import { isAnyUuid } from '~/shared/is-uuid';
import type { Calibration } from '../data/calibrations';
import type { CalibrationCycle } from '../data/cycle-ratings';
import { lockAssessmentsImport } from '../data/import-lock';
import { calibratedPeople } from '../queries/calibration-rights';
import { getCalibrationCycle } from '../queries/get-calibration-cycle';
import { type CycleRating, listCycleRatings } from '../queries/list-cycle-ratings';
import { listHeldCalibrations } from '../queries/list-held-calibrations';

/** One dimension of one person in a cycle, as it stands until the transaction ends. */
export interface HeldCell {
  readonly cycle: CalibrationCycle;
  readonly employeeId: string;
  /** The occupation that the person is rated as. */
  readonly soc: string;
  /** Of all raters, in this dimension. */
  readonly ratings: readonly CycleRating[];
  /** The decision that holds. */
  readonly held: Calibration | undefined;
}

interface Place {
  readonly cycleId: string;
  readonly employeeId: string;
  readonly dimension: Dimension;
}

/**
 * Holds a cell for a decision; no rating of the organization is written meanwhile.
 * @throws NotFound, Forbidden, Conflict, each as decide-calibration.ts says.
 */
export async function holdCell(ctx: TenantContext, viewer: Viewer, place: Place): Promise<HeldCell> {
  const { cycleId, employeeId, dimension } = place;
  if (viewer.kind !== 'user') throw new Forbidden('A person calibrates; a token does not.');
  const cycle = await getCalibrationCycle(ctx, cycleId);
  await lockAssessmentsImport(ctx);
  const day = await organizationDay(ctx);
  const people = isAnyUuid(employeeId) ? [employeeId] : [];
  const ratings = await listCycleRatings(ctx, cycleId, { employeeIds: people, apart: false });
  const allowed = await calibratedPeople(ctx, viewer, { people, day });
  const [first] = ratings;
  if (!first || (allowed && !allowed.has(employeeId)))
    throw new NotFound('There is no such rating in this cycle.');
  if (employeeId === viewer.employeeId)
    throw new Forbidden('These are your own ratings: somebody else settles them.');
  const { state } = await getCalibrationCycle(ctx, cycleId);
  if (state !== 'closed')
    throw new Conflict('Ratings are settled while the cycle is closed, not before or after.');
  const held = (await listHeldCalibrations(ctx, cycleId, people)).find((one) => one.dimension === dimension);
  const inDimension = ratings.filter((one) => one.dimension === dimension);
  return { cycle, employeeId, soc: first.soc, ratings: inDimension, held };
}
