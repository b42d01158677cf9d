import type { TenantContext } from '#db/tenancy';
import { listEmployees } from '../data/employees';
import { employeeLine } from '../domain/employee-line';
import { listPeople } from './list-people';
import type { PeopleQuestion } from './select-people';

/** People of an export that are read at once. */
const AT_ONCE = 1_000;

export interface EmployeeLines {
  readonly lines: readonly (readonly string[])[];
  /** Cursor of what follows; null at the end. */
  readonly next: string | null;
}

/**
 * A part of the lines of an employees file with those whom the filter describes and the viewer meets, by name. Nobody is
 * in it for a viewer who only meets colleagues.
 */
export async function listEmployeeLines(
  ctx: TenantContext,
  question: PeopleQuestion,
  cursor: string | null,
): Promise<EmployeeLines> {
  const page = await listPeople(ctx, { ...question, sort: 'name', cursor, limit: AT_ONCE, counted: false });
  const managerIds = [...new Set(page.rows.flatMap(({ managerId }) => managerId ?? []))];
  const managers = new Map(
    (await listEmployees(ctx, managerIds)).map(({ employeeId, externalId }) => [employeeId, externalId]),
  );
  const lines = page.rows.flatMap(({ details, managerId, ...person }) =>
    details
      ? [
          employeeLine({
            ...person,
            ...details,
            managerExternalId: managerId === null ? null : (managers.get(managerId) ?? null),
          }),
        ]
      : [],
  );
  return { lines, next: page.next };
}
