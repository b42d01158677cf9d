import type { TenantContext } from '#db/tenancy';
import { markPeopleChanged } from '#jobs/mark-changed';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { Forbidden, InvalidInput, NotFound } from '~/shared/errors';
import { isUuid } from '~/shared/is-uuid';
import { lockAssessmentsShared } from '../data/draft-assessments';
import { deleteObservation, findObservation, listSupported } from '../data/observations';
import { observationReach } from '../queries/observation-rights';

/**
 * Removes an observation with the evidence that it is; the levels concerned are computed again.
 * @throws NotFound for one that is not there or not within reach, Forbidden for one about oneself.
 */
export async function removeObservation(
  ctx: TenantContext,
  viewer: Pick<Viewer, 'kind' | 'role' | 'teamScope' | 'employeeId'>,
  observationId: string,
): Promise<void> {
  const { people } = await observationReach(ctx, viewer);
  await lockAssessmentsShared(ctx);
  if (!isUuid(observationId)) throw new InvalidInput('Choose the observation to be removed.');
  const found = await findObservation(ctx, observationId);
  if (!found || (people && !people.has(found.employeeId)))
    throw new NotFound('There is no such observation.');
  const { employeeId } = found;
  if (employeeId === viewer.employeeId)
    throw new Forbidden('This is about yourself: somebody else removes it.');
  const supported = await listSupported(ctx, [observationId]);
  await deleteObservation(ctx, observationId);
  await markPeopleChanged(ctx, supported);
  recordAudit(ctx, {
    action: 'observation.remove',
    subject: { kind: 'employee', id: employeeId },
    details: { observation: observationId },
  });
}
