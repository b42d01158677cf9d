import type { TenantContext } from '#db/tenancy';
import { organizationDay } from '~/modules/organizations/queries/organization-day';
import {
  deleteEmployeeOccupations,
  type EmployeeOccupationRow,
  upsertEmployeeOccupations,
} from '../data/employee-occupations';
import { type EmployeeRow, insertEmployees, updateEmployees } from '../data/employees';
import {
  deleteEmployments,
  type EmploymentEnd,
  type EmploymentRow,
  updateEmploymentEnds,
  upsertEmployments,
} from '../data/employments';
import { type FormerEmployment, keepFormerEmployments } from '../data/former-places';
import type { EmployeeChange } from '../domain/employee-differences';
import {
  type EmployeeState,
  type EmploymentFacts,
  sameEmployment,
  sameOccupation,
} from '../domain/employee-state';
import { formerEmployments } from '../domain/former-employments';
import type { FactIds } from '../domain/imports/person-facts';
import { type Period, timelineChange } from '../domain/timeline';

/** Writes new and changed people: only rows that differ. Nobody has an e-mail any more that it gives to others. */
export async function storeEmployeeChanges(
  ctx: TenantContext,
  changes: readonly EmployeeChange[],
  { ids, beside }: { readonly ids: FactIds; readonly beside?: ((ids: FactIds) => Promise<void>) | undefined },
): Promise<void> {
  const rowOf = ({ after }: EmployeeChange) => personRow(after, idIn(ids.employees, after.externalId));
  const created = changes.filter(({ before }) => before === undefined);
  const changed = changes.filter(({ before, after }) => before && !samePerson(before, after));
  // New people are there before others name them. The rest is one row each, in any order: the next is made ready while
  // the database stores the one before.
  await insertEmployees(ctx, created.map(rowOf));
  await Promise.all([
    updateEmployees(ctx, changed.map(rowOf)),
    storeEmployments(ctx, changes, ids),
    storeOccupations(ctx, changes, ids),
    beside?.(ids),
  ]);
}

async function storeEmployments(
  ctx: TenantContext,
  changes: readonly EmployeeChange[],
  ids: FactIds,
): Promise<void> {
  const removed: { employeeId: string; validFrom: string }[] = [];
  const ended: EmploymentEnd[] = [];
  const written: EmploymentRow[] = [];
  const today = await organizationDay(ctx);
  const former: FormerEmployment[] = [];
  for (const { before, after } of changes) {
    const employeeId = idIn(ids.employees, after.externalId);
    if (before)
      former.push(
        ...formerEmployments(before.employments, after.employments, {
          ...{ employeeId, today },
          teamOf: ({ team }) => team,
          managerOf: ({ managerExternalId }) => managerExternalId,
        }),
      );
    const change = timelineChange(before?.employments ?? [], after.employments, sameEmployment);
    for (const validFrom of change.removed) removed.push({ employeeId, validFrom });
    for (const period of change.written) {
      const { validFrom, validTo, facts } = period;
      const known = before?.employments.find((one) => one.validFrom === validFrom);
      if (known && sameEmployment(known.facts, facts)) ended.push({ employeeId, validFrom, validTo });
      else written.push(employmentRow(period, employeeId, ids));
    }
  }
  await keepFormerEmployments(ctx, former);
  await Promise.all([
    deleteEmployments(ctx, removed),
    updateEmploymentEnds(ctx, ended),
    upsertEmployments(ctx, written),
  ]);
}

async function storeOccupations(
  ctx: TenantContext,
  changes: readonly EmployeeChange[],
  ids: FactIds,
): Promise<void> {
  const removed: { employeeId: string; soc: string; validFrom: string }[] = [];
  const written: EmployeeOccupationRow[] = [];
  for (const { before, after } of changes) {
    const employeeId = idIn(ids.employees, after.externalId);
    for (const soc of new Set([...(before?.occupations.keys() ?? []), ...after.occupations.keys()])) {
      const [from, to] = [before?.occupations.get(soc) ?? [], after.occupations.get(soc) ?? []];
      const change = timelineChange(from, to, sameOccupation);
      for (const validFrom of change.removed) removed.push({ employeeId, soc, validFrom });
      for (const { facts, ...period } of change.written)
        written.push({ employeeId, soc, ...period, ...facts });
    }
  }
  await Promise.all([deleteEmployeeOccupations(ctx, removed), upsertEmployeeOccupations(ctx, written)]);
}

function samePerson(a: EmployeeState, b: EmployeeState): boolean {
  return (['name', 'email', 'kind', 'startedOn', 'endedOn'] as const).every((field) => a[field] === b[field]);
}

function personRow(state: EmployeeState, employeeId: string): EmployeeRow {
  const { externalId, name, email, kind, startedOn, endedOn } = state;
  return { employeeId, externalId, name, email, kind, startedOn, endedOn };
}

function employmentRow(period: Period<EmploymentFacts>, employeeId: string, ids: FactIds): EmploymentRow {
  const { team, site, managerExternalId, ...facts } = period.facts;
  return {
    employeeId,
    validFrom: period.validFrom,
    validTo: period.validTo,
    ...facts,
    teamId: idIn(ids.teams, team),
    siteId: site === null ? null : idIn(ids.sites, site),
    managerId: managerExternalId === null ? null : idIn(ids.employees, managerExternalId),
  };
}

function idIn(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error('a name of the plan has no id');
  return id;
}
