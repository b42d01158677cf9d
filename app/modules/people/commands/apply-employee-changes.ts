import { v7 } from 'uuid';
import type { TenantContext } from '#db/tenancy';
import { enqueue } from '#jobs/enqueue';
import { markPeopleChanged, markTeamsChanged } from '#jobs/mark-changed';
import { deleteEmails } from '../data/employees';
import type { EmployeeChange } from '../domain/employee-differences';
import type { EmployeeState } from '../domain/employee-state';
import type { FactIds } from '../domain/imports/person-facts';
import { merged, type Timeline, timelineChange } from '../domain/timeline';
import { ensureSites } from './ensure-sites';
import { ensureTeams } from './ensure-teams';
import type { KnownNames } from './load-employee-states';
import { storeEmployeeChanges } from './store-employee-changes';

/**
 * Stores planned changes of people: makes teams and sites that are new, writes only rows that differ, and marks whose
 * figures change. The caller holds the lock of imports. @returns ids of all known people by external id, new ones too.
 */
export async function applyEmployeeChanges(
  ctx: TenantContext,
  changes: readonly EmployeeChange[],
  names: KnownNames,
): Promise<ReadonlyMap<string, string>> {
  const employees = new Map(names.directory.map((row) => [row.externalId, row.employeeId]));
  for (const { before, after } of changes) if (!before) employees.set(after.externalId, v7());
  if (changes.length === 0) return employees;
  await releaseEmails(ctx, changes, employees);
  await applyPlannedChanges(ctx, changes, { employees, names });
  return employees;
}

/** Takes e-mails away from those who give them to others of the same changes. */
async function releaseEmails(
  ctx: TenantContext,
  changes: readonly EmployeeChange[],
  employees: ReadonlyMap<string, string>,
): Promise<void> {
  const changed = changes.filter(({ before, after }) => before?.email !== after.email);
  const leaving = changed.flatMap(({ before }) => (before?.email ? [before.externalId] : []));
  await deleteEmails(
    ctx,
    leaving.flatMap((externalId) => employees.get(externalId) ?? []),
    changed.flatMap(({ after }) => after.email ?? []),
  );
}

interface Planned {
  readonly employees: ReadonlyMap<string, string>;
  readonly names: Omit<KnownNames, 'directory'>;
  /** What is stored with them, once new people are there. */
  readonly beside?: (ids: FactIds) => Promise<void>;
}

interface AppliedChanges {
  /** Ids of all that the changes name, new teams and sites too. */
  readonly ids: FactIds;
  /** Whether teams or sites were added. */
  readonly added: boolean;
}

/** As applyEmployeeChanges, where new people have their ids and nobody has an e-mail any more that others are given. */
export async function applyPlannedChanges(
  ctx: TenantContext,
  changes: readonly EmployeeChange[],
  { employees, names, beside }: Planned,
): Promise<AppliedChanges> {
  const periods = changes.flatMap((change) => change.after.employments.map((period) => period.facts));
  const paths = new Set(periods.map((facts) => facts.team));
  const siteNames = new Set(periods.flatMap((facts) => facts.site ?? []));
  const teams = await ensureTeams(ctx, paths, names);
  const sites = await ensureSites(ctx, siteNames, names.sites);
  const ids = { employees, teams, sites };
  await storeEmployeeChanges(ctx, changes, { ids, beside });
  const inFigures = changes.filter((change) => change.figuresChange);
  await markPeopleChanged(
    ctx,
    inFigures.flatMap((change) => employees.get(change.after.externalId) ?? []),
  );
  await markTeamsChanged(
    ctx,
    inFigures.flatMap(teamsBefore).flatMap((team) => teams.get(team) ?? []),
  );
  if (changes.some(bringsTitle)) await enqueue(ctx, 'score-titles', {});
  const known = new Set(names.places.map((place) => place.teamId));
  const added = sites.size > names.sites.length || [...teams.values()].some((teamId) => !known.has(teamId));
  return { ids, added };
}

/** Whether the person gets a title that they never had. */
function bringsTitle({ before, after }: EmployeeChange): boolean {
  const had = new Set(before?.employments.map(({ facts }) => facts.title));
  return after.employments.some(({ facts }) => !had.has(facts.title));
}

/**
 * The teams that the person counted in on some day, where that changes: the cells of any of them may still hold the
 * person, since nobody knows here up to which day they were computed.
 */
function teamsBefore({ before, after }: EmployeeChange): string[] {
  if (!before) return [];
  const [was, is] = [teamsByDay(before), teamsByDay(after)];
  const { removed, written } = timelineChange(was, is, sameTeam);
  if (removed.length === 0 && written.length === 0) return [];
  return was.flatMap(({ facts }) => facts ?? []);
}

const sameTeam = (a: string | null, b: string | null) => a === b;

/** When the person was in which team (null: had left). */
function teamsByDay({ employments }: EmployeeState): Timeline<string | null> {
  const periods = employments.map(({ facts, ...days }) => ({
    ...days,
    facts: facts.status === 'left' ? null : facts.team,
  }));
  return merged(periods, sameTeam);
}
