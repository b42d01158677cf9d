import type { TenantContext } from '#db/tenancy';
import { lockPeopleImport } from '../data/import-lock';
import type { PersonFields } from '../domain/person-fields';
import { type ChangedPeople, changePeople, type PeopleChangeRequest } from './change-people';
import { loadPlaces } from './load-names-of';
import { resolvePersonFields } from './resolve-person-fields';

export interface FieldsRequest extends Omit<PeopleChangeRequest, 'change' | 'managerId'> {
  readonly fields: PersonFields;
}

/** As changePeople, with teams, sites and the manager said by their ids: as they are called once nobody else changes them. */
export async function changePersonFields(
  ctx: TenantContext,
  { fields, ...request }: FieldsRequest,
  report?: (share: number) => void,
): Promise<ChangedPeople> {
  await lockPeopleImport(ctx);
  const places = await loadPlaces(ctx, request.today);
  const resolved = await resolvePersonFields(ctx, fields, { places, from: request.from });
  return changePeople(ctx, { ...request, ...resolved }, report);
}
