import type { TenantContext } from '#db/tenancy';
import { DIMENSION_LABELS } from '~/modules/frameworks/domain/dimension';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { listPeopleNames } from '~/modules/people/queries/list-people-names';
import { isUuid } from '~/shared/is-uuid';
import { listHeldCalibrations } from '../data/calibrations';

/** A decision of the viewer that holds, with what it is about in words. */
export interface OwnDecision {
  readonly employeeId: string;
  readonly dimension: string;
  readonly calibrationId: string;
  /** "Communication of Ada Brand". */
  readonly about: string;
}

/** The decision of this id, where it holds and the viewer made it; null otherwise. */
export async function getOwnDecision(
  ctx: TenantContext,
  viewer: Pick<Viewer, 'id'>,
  asked: { readonly cycleId: string; readonly employeeId: string; readonly calibrationId: string },
): Promise<OwnDecision | null> {
  const { cycleId, employeeId, calibrationId } = asked;
  if (![cycleId, employeeId, calibrationId].every(isUuid)) return null;
  const held = await listHeldCalibrations(ctx, cycleId, [employeeId]);
  const own = held.find((one) => one.calibrationId === calibrationId && one.decidedBy === viewer.id);
  if (!own) return null;
  const name = (await listPeopleNames(ctx, [employeeId])).get(employeeId) ?? 'somebody who is gone';
  const { dimension } = own;
  return { employeeId, dimension, calibrationId, about: `${DIMENSION_LABELS[dimension]} of ${name}` };
}
