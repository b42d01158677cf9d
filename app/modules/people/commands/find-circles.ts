import type { TenantContext } from '#db/tenancy';
import { batches } from '~/shared/batches';
import { listEmployments } from '../data/employments';
import type { EmployeeState } from '../domain/employee-state';
import { circlesFrom } from '../domain/reporting-lines';
import type { Period } from '../domain/timeline';

interface PlannedLines {
  /** The people as planned, by id. */
  readonly planned: ReadonlyMap<string, EmployeeState>;
  /** Ids by external id, of everybody whom the plans name. */
  readonly idOf: ReadonlyMap<string, string>;
  /** The manager whom the plans state. */
  readonly managerId: string;
  readonly from: string;
}

/**
 * The circles of managers that the plans would make on their day or later, as ids. Only whoever is above the stated
 * manager can be in one.
 */
export async function findCircles(
  ctx: TenantContext,
  { planned, idOf, managerId, from }: PlannedLines,
): Promise<string[][]> {
  const lines = new Map<string, Period<string | null>[]>();
  let waiting = [managerId];
  while (waiting.length > 0) {
    const above = new Set<string>();
    for (const [person, line] of await linesOf(ctx, waiting, { planned, idOf })) {
      lines.set(person, line);
      for (const { facts } of line) if (facts !== null) above.add(facts);
    }
    for (const person of waiting) if (!lines.has(person)) lines.set(person, []);
    waiting = [...above].filter((person) => !lines.has(person));
  }
  return circlesFrom(lines, new Set(planned.keys()), from);
}

async function linesOf(
  ctx: TenantContext,
  people: readonly string[],
  { planned, idOf }: Pick<PlannedLines, 'planned' | 'idOf'>,
): Promise<Map<string, Period<string | null>[]>> {
  const lines = new Map<string, Period<string | null>[]>();
  for (const person of people) {
    const state = planned.get(person);
    if (state)
      lines.set(
        person,
        state.employments.map(({ validFrom, validTo, facts: { managerExternalId: manager } }) => ({
          validFrom,
          validTo,
          facts: manager === null ? null : (idOf.get(manager) ?? null),
        })),
      );
  }
  for (const batch of batches(people.filter((person) => !planned.has(person)))) {
    for (const { employeeId, validFrom, validTo, managerId } of await listEmployments(ctx, batch)) {
      const line = lines.get(employeeId) ?? [];
      lines.set(employeeId, [...line, { validFrom, validTo, facts: managerId }]);
    }
  }
  return lines;
}
