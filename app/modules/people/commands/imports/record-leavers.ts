import type { TenantContext } from '#db/tenancy';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { type DayText, isDay } from '~/shared/calendar-day';
import { Conflict, InvalidInput, NotFound } from '~/shared/errors';
import { listEmployeesByExternalId } from '../../data/employees';
import { lockPeopleImport } from '../../data/import-lock';
import { deleteMissingRows, listImportRowsPage } from '../../data/import-rows';
import { lockImport, updateImport } from '../../data/imports';
import type { EmployeeRecord } from '../../domain/employee-row';
import type { EmployeeState } from '../../domain/employee-state';
import type { FactIds } from '../../domain/imports/person-facts';
import { planEmployees } from '../../domain/plan-employees';
import { factsOn } from '../../domain/timeline';
import { applyPlannedChanges } from '../apply-employee-changes';
import { loadEmployeeStates } from '../load-employee-states';
import { loadNamesOf, loadPlaces } from '../load-names-of';
import { keepChanges } from './keep-changes';

interface Leavers {
  readonly importId: string;
  /** Places of people in the list of those who are missing. */
  readonly positions: readonly number[];
  /** The day from which they have left. */
  readonly day: DayText;
  readonly today: DayText;
  readonly by: string;
}

const MOST = 100_000;

/**
 * Says of people who are missing from a full file that they have left from a day; a person ticked them. They leave the
 * list, whoever was changed meanwhile too. Taking the import back brings them back as well.
 * @returns how many have left. @throws InvalidInput for a day before somebody's start or none at all.
 */
export async function recordLeavers(ctx: TenantContext, leavers: Leavers): Promise<number> {
  const { importId, positions, day, today } = leavers;
  if (!isDay(day) || day < '1900-01-01' || day > '2199-12-31')
    throw new InvalidInput('Say from which day they have left.', [
      { pointer: 'day', detail: 'This is no day written as YYYY-MM-DD.' },
    ]);
  await lockPeopleImport(ctx);
  const row = await lockImport(ctx, importId);
  if (!row) throw new NotFound('There is no such import.');
  if (row.state !== 'applied') throw new Conflict('Apply the import first; then say who has left.');
  const ticked = new Set(positions);
  const missing = (
    await listImportRowsPage(ctx, importId, { outcome: 'missing', after: 0, limit: MOST })
  ).filter(({ position }) => ticked.has(position));
  if (missing.length === 0) throw new InvalidInput('Tick who has left.');
  const numbers = missing.map(({ externalId }) => externalId);
  const known = await listEmployeesByExternalId(ctx, numbers);
  const leaving = known.map(({ employeeId }) => employeeId);
  const names = await loadNamesOf(ctx, leaving, await loadPlaces(ctx, today));
  const states = await loadEmployeeStates(ctx, new Set(numbers), names);
  const records = [...states.values()].flatMap((state) => leaverRecord(state, { day, today }));
  const { changed } = planEmployees(records, { states, today, importedBy: leavers.by });
  const employees = new Map(names.directory.map((one) => [one.externalId, one.employeeId]));
  if (changed.length > 0) {
    const beside = (ids: FactIds) => keepChanges(ctx, importId, changed, ids);
    await applyPlannedChanges(ctx, changed, { employees, names, beside });
  }
  await deleteMissingRows(ctx, importId, positions);
  if (row.counts)
    await updateImport(ctx, importId, {
      counts: { ...row.counts, missing: Math.max(0, row.counts.missing - missing.length) },
    });
  recordAudit(ctx, {
    action: 'employees.leave',
    subject: { kind: 'organization', id: ctx.organizationId },
    details: { people: changed.length },
  });
  return changed.length;
}

/** What is known of the person, with the day of leaving; nothing of somebody who has left already. */
function leaverRecord(
  state: EmployeeState,
  { day, today }: { readonly day: DayText; readonly today: DayText },
): EmployeeRecord[] {
  const facts = factsOn(state.employments, today);
  if (!facts || facts.status === 'left') return [];
  const first = state.startedOn ?? state.employments.at(0)?.validFrom;
  if (first !== undefined && day < first)
    throw new InvalidInput(
      `${state.externalId} began on ${first}, after ${day}. Untick them or choose a later day.`,
      [{ pointer: 'day', detail: `${state.externalId} began on ${first}.` }],
    );
  return [
    {
      externalId: state.externalId,
      name: state.name,
      email: state.email,
      title: facts.title,
      team: facts.team,
      managerExternalId: undefined,
      site: undefined,
      occupations: undefined,
      roleBand: undefined,
      startedOn: undefined,
      endedOn: day,
      status: undefined,
      kind: undefined,
      available: undefined,
    },
  ];
}
