import type { TenantContext } from '#db/tenancy';
import { markPeopleChanged } from '#jobs/mark-changed';
import { batches } from '~/shared/batches';
import {
  deleteEmployeeOccupations,
  type EmployeeOccupationRow,
  listEmployeeOccupations,
  upsertEmployeeOccupations,
} from '../data/employee-occupations';
import { listEmployments } from '../data/employments';
import type { OccupationFacts } from '../domain/employee-state';
import { sameOccupation } from '../domain/employee-state';
import { type MappedOccupation, type MappingPlan, planMapping } from '../domain/plan-mapping';
import { type Timeline, timelineChange } from '../domain/timeline';

export interface MappingOfPerson {
  readonly employeeId: string;
  readonly occupations: readonly MappedOccupation[];
}

/** All periods of occupations of a person, before and after a change. */
export interface OccupationsChange {
  readonly employeeId: string;
  readonly before: readonly EmployeeOccupationRow[];
  readonly after: readonly EmployeeOccupationRow[];
}

/**
 * Has people hold these occupations, confirmed, from a day on; writes only rows that differ and marks whose figures
 * change. The caller holds the lock of imports. @returns those of the people of whom something changed.
 */
export async function mapPeople(
  ctx: TenantContext,
  people: readonly MappingOfPerson[],
  plan: Omit<MappingPlan, 'occupations'>,
): Promise<OccupationsChange[]> {
  const changes: OccupationsChange[] = [];
  for (const batch of batches(people)) {
    const ids = batch.map(({ employeeId }) => employeeId);
    const employments = Map.groupBy(await listEmployments(ctx, ids), (row) => row.employeeId);
    const held = Map.groupBy(await listEmployeeOccupations(ctx, ids), (row) => row.employeeId);
    for (const { employeeId, occupations } of batch) {
      const before = held.get(employeeId) ?? [];
      const times = { employments: employments.get(employeeId) ?? [], occupations: timelines(before) };
      const after = rowsOf(employeeId, planMapping(times, { ...plan, occupations }));
      if (times.employments.length > 0) changes.push({ employeeId, before, after });
    }
  }
  return storeOccupations(ctx, changes);
}

/**
 * Gives people back the occupations of `before`, where they still are those of `after`. The caller holds the lock of
 * imports. @returns those who were given them back.
 */
export async function restoreOccupations(
  ctx: TenantContext,
  changes: readonly OccupationsChange[],
): Promise<OccupationsChange[]> {
  const back: OccupationsChange[] = [];
  for (const batch of batches(changes)) {
    const ids = batch.map(({ employeeId }) => employeeId);
    const held = Map.groupBy(await listEmployeeOccupations(ctx, ids), (row) => row.employeeId);
    for (const { employeeId, before, after } of batch) {
      const now = held.get(employeeId) ?? [];
      if (isSame(now, after)) back.push({ employeeId, before: now, after: before });
    }
  }
  return storeOccupations(ctx, back);
}

async function storeOccupations(
  ctx: TenantContext,
  changes: readonly OccupationsChange[],
): Promise<OccupationsChange[]> {
  const changed = changes.filter(({ before, after }) => !isSame(before, after));
  const removed: { employeeId: string; soc: string; validFrom: string }[] = [];
  const written: EmployeeOccupationRow[] = [];
  for (const { employeeId, before, after } of changed) {
    const [from, to] = [timelines(before), timelines(after)];
    for (const soc of new Set([...from.keys(), ...to.keys()])) {
      const change = timelineChange(from.get(soc) ?? [], to.get(soc) ?? [], sameOccupation);
      for (const validFrom of change.removed) removed.push({ employeeId, soc, validFrom });
      for (const { facts, ...period } of change.written)
        written.push({ employeeId, soc, ...period, ...facts });
    }
  }
  await deleteEmployeeOccupations(ctx, removed);
  await upsertEmployeeOccupations(ctx, written);
  await markPeopleChanged(
    ctx,
    changed.map(({ employeeId }) => employeeId),
  );
  return changed;
}

function timelines(rows: readonly EmployeeOccupationRow[]): Map<string, Timeline<OccupationFacts>> {
  const bySoc = Map.groupBy(rows, ({ soc }) => soc);
  return new Map(
    [...bySoc].map(([soc, periods]) => [
      soc,
      periods.map(({ validFrom, validTo, roleBand, share, confirmedBy }) => ({
        validFrom,
        validTo,
        facts: { roleBand, share, confirmedBy },
      })),
    ]),
  );
}

function rowsOf(
  employeeId: string,
  occupations: ReadonlyMap<string, Timeline<OccupationFacts>>,
): EmployeeOccupationRow[] {
  return [...occupations].flatMap(([soc, timeline]) =>
    timeline.map(({ validFrom, validTo, facts }) => ({ employeeId, soc, validFrom, validTo, ...facts })),
  );
}

/** Whether the same occupations are held on the same days, whoever confirmed them. */
function isSame(a: readonly EmployeeOccupationRow[], b: readonly EmployeeOccupationRow[]): boolean {
  const text = (rows: readonly EmployeeOccupationRow[]) =>
    rows
      .map((row) => [row.soc, row.validFrom, row.validTo, row.roleBand, row.share, row.confirmedBy !== null])
      .map(String)
      .sort()
      .join('|');
  return text(a) === text(b);
}
