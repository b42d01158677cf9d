import type { TenantContext } from '#db/tenancy';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { type FieldError, InvalidInput } from '~/shared/errors';
import { findEmployeeIdByEmail } from '../data/email-owners';
import { findEmployee } from '../data/employees';
import { lockPeopleImport } from '../data/import-lock';
import { type Availability, availabilityFacts } from '../domain/availability';
import type { EmployeeChange } from '../domain/employee-differences';
import type { EmployeeRecord } from '../domain/employee-row';
import type { PersonChange } from '../domain/person-change';
import { contractDayFaults } from '../domain/person-dates';
import type { NewPersonFields } from '../domain/person-fields';
import { planEmployees } from '../domain/plan-employees';
import { applyEmployeeChanges } from './apply-employee-changes';
import { loadNamesOf, loadPlaces } from './load-names-of';
import { resolvePersonFields } from './resolve-person-fields';

export interface NewPerson {
  readonly fields: NewPersonFields;
  /** The organization's day. */
  readonly today: string;
  /** Who confirms the occupations; null: nobody does yet. */
  readonly confirmedBy: string | null;
}

/**
 * Adds a person, from the start on (not stated: today).
 * @returns the person's id.
 * @throws InvalidInput naming the field: an external id or address that somebody has, a place or manager that the
 *   organization does not have, days that cannot be.
 */
export async function addEmployee(
  ctx: TenantContext,
  { fields, today, confirmedBy }: NewPerson,
): Promise<string> {
  await lockPeopleImport(ctx);
  const { externalId, ...rest } = fields;
  const faults = [...(await takenFaults(ctx, fields)), ...dayFaults(fields, today)];
  if (faults.length > 0) throw new InvalidInput(faults.map(({ detail }) => detail).join(' '), faults);
  const places = await loadPlaces(ctx, today);
  const { change, managerId } = await resolvePersonFields(ctx, rest, { places, from: dayOf(fields, today) });
  const names = await loadNamesOf(ctx, managerId === null ? [] : [managerId], places);
  const record = recordOf(externalId, { ...change, name: fields.name, title: fields.title });
  const plan = planEmployees([record], { states: new Map(), today, importedBy: confirmedBy });
  const created = plan.created.map((one) =>
    withBands(withAvailability(one, fields.availability), fields.occupations),
  );
  const ids = await applyEmployeeChanges(ctx, created, names);
  const employeeId = ids.get(externalId);
  if (employeeId === undefined) throw new Error('a new person has no id');
  recordAudit(ctx, {
    action: 'employee.create',
    subject: { kind: 'employee', id: employeeId },
    details: {},
  });
  return employeeId;
}

async function takenFaults(
  ctx: TenantContext,
  { externalId, email }: NewPersonFields,
): Promise<FieldError[]> {
  const faults: FieldError[] = [];
  if (await findEmployee(ctx, { externalId }))
    faults.push({ pointer: '/externalId', detail: 'Somebody has this id already.' });
  if (email != null && (await findEmployeeIdByEmail(ctx, email)))
    faults.push({
      pointer: '/email',
      detail: 'The address belongs to somebody else in this organization.',
    });
  return faults;
}

function dayFaults(fields: NewPersonFields, today: string): FieldError[] {
  const { startedOn, endedOn, status } = fields;
  const faults = contractDayFaults(fields, today);
  if (startedOn != null && endedOn != null && endedOn < startedOn)
    faults.push({
      pointer: '/endedOn',
      detail: `The end, ${endedOn}, is before the start, ${startedOn}.`,
    });
  if (status !== undefined && status !== 'left' && endedOn != null && endedOn < today)
    faults.push({
      pointer: '/status',
      detail: `The status is ${status}, but the end, ${endedOn}, has passed.`,
    });
  return faults;
}

const dayOf = ({ startedOn }: NewPersonFields, today: string) => startedOn ?? today;

function recordOf(
  externalId: string,
  change: PersonChange & { readonly name: string; readonly title: string },
): EmployeeRecord {
  return {
    externalId,
    name: change.name,
    email: change.email ?? null,
    title: change.title,
    team: change.team ?? '',
    managerExternalId: change.managerExternalId ?? null,
    site: change.site ?? null,
    occupations: change.occupations?.map(({ soc, share }) => ({ soc, share })),
    roleBand: undefined,
    startedOn: change.startedOn ?? undefined,
    endedOn: change.endedOn ?? null,
    status: change.status,
    kind: change.kind,
    available: change.available ?? true,
  };
}

function withAvailability(change: EmployeeChange, availability: Availability | undefined): EmployeeChange {
  if (availability === undefined) return change;
  const employments = change.after.employments.map((period) => ({
    ...period,
    facts: { ...period.facts, ...availabilityFacts(availability) },
  }));
  return { ...change, after: { ...change.after, employments } };
}

function withBands(change: EmployeeChange, stated: NewPersonFields['occupations']): EmployeeChange {
  const bands = new Map(stated?.map(({ soc, roleBand }) => [soc, roleBand ?? null]));
  const occupations = [...change.after.occupations].map(
    ([soc, timeline]) =>
      [
        soc,
        timeline.map((period) => ({
          ...period,
          facts: { ...period.facts, roleBand: bands.get(soc) ?? null },
        })),
      ] as const,
  );
  return { ...change, after: { ...change.after, occupations: new Map(occupations) } };
}
