import type { TenantContext } from '#db/tenancy';
import { Conflict, InvalidInput, NotFound } from '~/shared/errors';
import { findEmployee } from '../data/employees';
import { lockPeopleImport } from '../data/import-lock';
import { type DatedField, takenBack } from '../domain/field-history';
import { type ChangedPeople, changePeople, type PeopleChangeRequest } from './change-people';
import { loadEmployeeStates } from './load-employee-states';
import { loadNamesOf, loadPlaces } from './load-names-of';

export interface Withdrawal extends Pick<PeopleChangeRequest, 'confirmedBy' | 'today' | 'revision'> {
  readonly employeeId: string;
  readonly field: DatedField;
  /** The day on which the field was to change. */
  readonly day: string;
}

/**
 * Takes back what was planned for a day ahead: the field stays as it was until it is to change next.
 * @throws NotFound; InvalidInput for a day that has come; Conflict when nothing is planned for it any more.
 */
export async function withdrawPlanned(ctx: TenantContext, withdrawal: Withdrawal): Promise<ChangedPeople> {
  const { employeeId, field, day, today, confirmedBy, revision } = withdrawal;
  if (day <= today) throw new InvalidInput('Only what is planned for a day ahead can be withdrawn.');
  await lockPeopleImport(ctx);
  const person = await findEmployee(ctx, { employeeId });
  if (!person) throw new NotFound('There is no such person in this organization.');
  const names = await loadNamesOf(ctx, [employeeId], await loadPlaces(ctx, today));
  const state = (await loadEmployeeStates(ctx, new Set([person.externalId]), names)).get(person.externalId);
  const change = state ? takenBack(state, field, day) : null;
  if (change === null) throw new Conflict('Nothing is planned for that day any more.');
  const managers = new Map(names.directory.map((row) => [row.externalId, row.employeeId]));
  const managerId = change.managerExternalId == null ? null : managers.get(change.managerExternalId);
  return changePeople(ctx, {
    employeeIds: [employeeId],
    change,
    managerId: managerId ?? null,
    from: day,
    own: false,
    today,
    confirmedBy,
    revision,
  });
}
