import type { TenantContext } from '#db/tenancy';
import { NotFound } from '~/shared/errors';
import { type EmployeeOccupationRow, listEmployeeOccupations } from '../data/employee-occupations';
import { findUserOfEmployee } from '../data/employees';
import { type EmploymentRow, listEmployments } from '../data/employments';
import { listSites } from '../data/sites';
import { listTeamPlaces } from '../data/teams';
import { AVAILABILITY_LABELS, availabilityOf } from '../domain/availability';
import { type DatedField, type FieldPeriod, fieldPeriods } from '../domain/field-history';
import { occupationsText } from '../domain/occupations-text';
import { EMPLOYMENT_STATUS_LABELS, personLabel } from '../domain/person-labels';
import { teamTree } from '../domain/team-tree';
import { laterDay, type Period } from '../domain/timeline';
import { getChangeDays } from './get-change-days';
import { getEmployee } from './get-employee';
import { getPeopleRevision } from './get-people-revision';
import { listOwnedFields } from './list-owned-fields';

/** A field with its times in words; null: nothing was said. */
export interface FieldHistory {
  readonly field: DatedField;
  readonly periods: readonly FieldPeriod<string | null>[];
}

/** A person as the form shows them on a day, with what was and is to be. Throws NotFound. */
export async function getEditablePerson(ctx: TenantContext, employeeId: string, day: string | null) {
  const days = await getChangeDays(ctx, null);
  const { employeeId: id } = await getEmployee(ctx, { employeeId }, days.today);
  const employments = await listEmployments(ctx, [id]);
  const first = employments.at(0)?.validFrom;
  if (first === undefined) throw new NotFound('There is no such person in this organization.');
  const from = laterDay(day ?? days.today, first);
  const person = await getEmployee(ctx, { employeeId: id }, from);
  const words = await wordsFor(ctx, employments, days.today);
  const occupations = await listEmployeeOccupations(ctx, [id]);
  return {
    person,
    from,
    first,
    today: days.today,
    team: person.employment ? words.team(person.employment.teamId) : '',
    manager: person.employment ? words.manager(person.employment.managerId) : null,
    sites: words.sites,
    history: [...historyOf(employments, words), occupationHistory(occupations)],
    owned: [...((await listOwnedFields(ctx, [id])).get(id) ?? [])],
    userId: await findUserOfEmployee(ctx, id),
    revision: await getPeopleRevision(ctx, [id]),
  };
}

interface Words {
  readonly sites: readonly { readonly siteId: string; readonly name: string }[];
  readonly team: (teamId: string) => string;
  readonly site: (siteId: string | null) => string | null;
  readonly manager: (managerId: string | null) => string | null;
}

async function wordsFor(
  ctx: TenantContext,
  employments: readonly EmploymentRow[],
  today: string,
): Promise<Words> {
  const places = await listTeamPlaces(ctx);
  const paths = new Map(places.map(({ teamId, name }) => [teamId, name]));
  for (const { teamId, path } of teamTree(places, today)) paths.set(teamId, path);
  const sites = await listSites(ctx);
  const siteNames = new Map(sites.map(({ siteId, name }) => [siteId, name]));
  const managers = new Map<string, string>();
  for (const managerId of new Set(employments.flatMap((row) => row.managerId ?? [])))
    managers.set(managerId, personLabel(await getEmployee(ctx, { employeeId: managerId }, today)));
  return {
    sites,
    team: (teamId) => paths.get(teamId) ?? '',
    site: (siteId) => (siteId === null ? null : (siteNames.get(siteId) ?? null)),
    manager: (managerId) => (managerId === null ? null : (managers.get(managerId) ?? null)),
  };
}

function historyOf(employments: readonly EmploymentRow[], words: Words): FieldHistory[] {
  const timeline = employments.map(
    (row): Period<EmploymentRow> => ({ validFrom: row.validFrom, validTo: row.validTo, facts: row }),
  );
  const read: Readonly<Record<Exclude<DatedField, 'occupations'>, (row: EmploymentRow) => string | null>> = {
    title: ({ title }) => title,
    team: ({ teamId }) => words.team(teamId),
    site: ({ siteId }) => words.site(siteId),
    managerExternalId: ({ managerId }) => words.manager(managerId),
    status: ({ status }) => EMPLOYMENT_STATUS_LABELS[status],
    availability: (row) => AVAILABILITY_LABELS[availabilityOf(row)],
  };
  return (Object.keys(read) as (keyof typeof read)[]).map((field) => ({
    field,
    periods: fieldPeriods(timeline, read[field]),
  }));
}

function occupationHistory(rows: readonly EmployeeOccupationRow[]): FieldHistory {
  const days = [
    ...new Set(rows.flatMap(({ validFrom, validTo }) => [validFrom, validTo ?? validFrom])),
  ].sort();
  const on = (day: string) =>
    rows.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo));
  const timeline = days.map(
    (day, index): Period<string | null> => ({
      validFrom: day,
      validTo: days[index + 1] ?? null,
      facts: occupationsText(on(day)),
    }),
  );
  return { field: 'occupations', periods: fieldPeriods(timeline, (text) => text) };
}
