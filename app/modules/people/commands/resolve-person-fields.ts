import type { TenantContext } from '#db/tenancy';
import { type FieldError, InvalidInput } from '~/shared/errors';
import { findEmployee } from '../data/employees';
import type { PersonChange } from '../domain/person-change';
import type { PersonFields } from '../domain/person-fields';
import { teamTree } from '../domain/team-tree';
import { teamNames } from './load-employee-states';
import type { Places } from './load-names-of';

export interface ResolvedFields {
  readonly change: PersonChange;
  /** Id of the manager that is stated. */
  readonly managerId: string | null;
}

/** The ids of the fields in the words of plans. Throws InvalidInput for what the organization does not have. */
export async function resolvePersonFields(
  ctx: TenantContext,
  fields: PersonFields,
  { places, from }: { readonly places: Places; readonly from: string },
): Promise<ResolvedFields> {
  const { teamId, siteId, managerId, ...rest } = fields;
  const faults: FieldError[] = [];
  const team = teamId === undefined ? undefined : teamNames(places.places, places.today).get(teamId);
  const known = teamId !== undefined && places.places.some((place) => place.teamId === teamId);
  if (teamId !== undefined && !teamTree(places.places, from).some((node) => node.teamId === teamId))
    faults.push({
      pointer: '/teamId',
      detail: known ? `The team is not there on ${from}.` : 'There is no such team.',
    });
  const site = siteId == null ? siteId : places.sites.find((one) => one.siteId === siteId)?.name;
  if (siteId != null && site === undefined)
    faults.push({ pointer: '/siteId', detail: 'There is no such site.' });
  const manager = managerId == null ? managerId : await findEmployee(ctx, { employeeId: managerId });
  if (managerId != null && !manager)
    faults.push({ pointer: '/managerId', detail: 'There is no such person.' });
  if (faults.length > 0) throw new InvalidInput(faults.map(({ detail }) => detail).join(' '), faults);
  const managerExternalId = managerId === null ? null : manager?.externalId;
  const change = {
    ...rest,
    team: teamId === undefined ? undefined : (team ?? teamId),
    site,
    managerExternalId,
  };
  return { change, managerId: managerId ?? null };
}
