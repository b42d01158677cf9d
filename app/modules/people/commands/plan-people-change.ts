import type { TenantContext } from '#db/tenancy';
import { type FieldError, NotFound } from '~/shared/errors';
import { findEmployeeIdByEmail } from '../data/email-owners';
import type { EmployeeChange } from '../domain/employee-differences';
import { type PersonChange, planPersonChange } from '../domain/person-change';
import { contractDayFaults, personDayFaults } from '../domain/person-dates';
import { listPeopleNames } from '../queries/list-people-names';
import { findCircles } from './find-circles';
import { type KnownNames, loadEmployeeStates } from './load-employee-states';
import { loadNamesOf, type Places } from './load-names-of';

/** One change of one or many people. */
export interface PeopleChange {
  readonly employeeIds: readonly string[];
  readonly change: PersonChange;
  /** Id of the manager that the change states. */
  readonly managerId: string | null;
  /** The day from which dated fields hold. */
  readonly from: string;
  /** Who confirms occupations; null: nobody does yet. */
  readonly confirmedBy: string | null;
}

/** Somebody whom the change cannot be made of. */
export interface RefusedPerson {
  readonly employeeId: string;
  readonly name: string;
  readonly errors: readonly FieldError[];
}

export interface PlannedPerson {
  readonly employeeId: string;
  readonly change: EmployeeChange;
}

export interface PeoplePlan {
  readonly changed: readonly PlannedPerson[];
  readonly unchanged: number;
  readonly refused: readonly RefusedPerson[];
  readonly names: KnownNames;
}

/** What the change would do; nothing is written. Throws NotFound for a person whom the organization does not have. */
export async function planPeopleChange(
  ctx: TenantContext,
  request: PeopleChange,
  places: Places,
): Promise<PeoplePlan> {
  const { employeeIds, change, managerId, from } = request;
  const involved = managerId === null ? employeeIds : [...employeeIds, managerId];
  const names = await loadNamesOf(ctx, involved, places);
  const externalIdOf = new Map(names.directory.map((row) => [row.employeeId, row.externalId]));
  const wanted = new Set(employeeIds.flatMap((id) => externalIdOf.get(id) ?? []));
  if (wanted.size < new Set(employeeIds).size)
    throw new NotFound('There is no such person in this organization.');
  const states = await loadEmployeeStates(ctx, wanted, names);
  const common = [...contractDayFaults(change, places.today), ...(await emailFaults(ctx, request))];
  const planned = new Map<string, EmployeeChange>();
  const refused = new Map<string, readonly FieldError[]>();
  for (const employeeId of new Set(employeeIds)) {
    const state = states.get(externalIdOf.get(employeeId) ?? '');
    if (!state) continue;
    const faults = common.length > 0 ? common : personDayFaults(state, change, from);
    if (faults.length > 0) refused.set(employeeId, faults);
    else planned.set(employeeId, planPersonChange(state, change, request));
  }
  await refuseCircles(ctx, { planned, refused, names, request });
  const changed = [...planned].filter(([, { differences }]) => differences.length > 0);
  return {
    changed: changed.map(([employeeId, one]) => ({ employeeId, change: one })),
    unchanged: planned.size - changed.length,
    refused: await named(ctx, refused),
    names,
  };
}

async function emailFaults(ctx: TenantContext, { change, employeeIds }: PeopleChange): Promise<FieldError[]> {
  if (change.email == null) return [];
  const owner = await findEmployeeIdByEmail(ctx, change.email);
  if (owner === undefined || (employeeIds.length === 1 && owner === employeeIds[0])) return [];
  return [{ pointer: '/email', detail: 'The address belongs to somebody else in this organization.' }];
}

interface Circling {
  readonly planned: Map<string, EmployeeChange>;
  readonly refused: Map<string, readonly FieldError[]>;
  readonly names: KnownNames;
  readonly request: PeopleChange;
}

/** Takes those out of the plan who would be in a circle of managers, until there is none. */
async function refuseCircles(ctx: TenantContext, { planned, refused, names, request }: Circling) {
  const { managerId, from } = request;
  if (managerId === null) return;
  const idOf = new Map(names.directory.map((row) => [row.externalId, row.employeeId]));
  for (;;) {
    const after = new Map([...planned].map(([id, change]) => [id, change.after]));
    const circles = await findCircles(ctx, { planned: after, idOf, managerId, from });
    if (circles.length === 0) return;
    const people = await listPeopleNames(ctx, circles.flat());
    for (const circle of circles) {
      const person = circle.find((id) => planned.has(id)) ?? '';
      planned.delete(person);
      if (!refused.has(person))
        refused.set(person, [{ pointer: '/managerId', detail: circleText(circle, person, people) }]);
    }
  }
}

/** The circle in names, from the person on: "Ana → Ben → Ana". */
function circleText(circle: readonly string[], person: string, people: ReadonlyMap<string, string>): string {
  const at = circle.indexOf(person);
  const nameOf = (id: string) => people.get(id) ?? id;
  if (circle.length === 1) return `${nameOf(person)} would be their own manager.`;
  const inOrder = [...circle.slice(at), ...circle.slice(0, at)].map(nameOf);
  const shown = inOrder.length > 20 ? [...inOrder.slice(0, 20), '…'] : inOrder;
  return `The managers would form a circle: ${[...shown, nameOf(person)].join(' → ')}.`;
}

async function named(
  ctx: TenantContext,
  refused: ReadonlyMap<string, readonly FieldError[]>,
): Promise<RefusedPerson[]> {
  const names = await listPeopleNames(ctx, refused.keys());
  return [...refused].map(([employeeId, errors]) => ({
    employeeId,
    name: names.get(employeeId) ?? '',
    errors,
  }));
}
