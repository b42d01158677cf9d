import type { TenantContext } from '#db/tenancy';
import { InvalidInput } from '~/shared/errors';
import { changeDayFault } from '../domain/change-day';
import type { FieldDifference } from '../domain/employee-differences';
import { getPeopleRevision } from '../queries/get-people-revision';
import type { FieldsRequest } from './change-person-fields';
import { loadPlaces } from './load-names-of';
import { planPeopleChange, type RefusedPerson } from './plan-people-change';
import { resolvePersonFields } from './resolve-person-fields';

export interface PeoplePreview {
  /** People looked at. */
  readonly people: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: readonly RefusedPerson[];
  /** The first of those who change. */
  readonly first: readonly {
    readonly employeeId: string;
    readonly name: string;
    readonly differences: readonly FieldDifference[];
  }[];
  /** Of what was looked at. */
  readonly revision: string;
}

const SHOWN = 20;

/** What a change of these people would do; nothing is written. Throws as changePersonFields does. */
export async function previewPeopleChange(
  ctx: TenantContext,
  request: Omit<FieldsRequest, 'own' | 'revision'>,
): Promise<PeoplePreview> {
  const { fields, from, today, employeeIds } = request;
  const detail = changeDayFault(from, today);
  if (detail) throw new InvalidInput(detail, [{ pointer: '/from', detail }]);
  const places = await loadPlaces(ctx, today);
  const resolved = await resolvePersonFields(ctx, fields, { places, from });
  const plan = await planPeopleChange(ctx, { ...request, ...resolved }, places);
  return {
    people: employeeIds.length,
    changed: plan.changed.length,
    unchanged: plan.unchanged,
    refused: plan.refused,
    first: plan.changed.slice(0, SHOWN).map(({ employeeId, change }) => ({
      employeeId,
      name: change.after.name,
      differences: change.differences,
    })),
    revision: await getPeopleRevision(ctx, employeeIds),
  };
}
