import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import { batches } from '~/shared/batches';
import type { Absence } from '../domain/availability';
import type { EmploymentStatus } from '../domain/employee-row';

export interface EmploymentRow {
  readonly employeeId: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly title: string;
  readonly teamId: string;
  readonly siteId: string | null;
  readonly managerId: string | null;
  readonly status: EmploymentStatus;
  readonly available: boolean;
  readonly absence: Absence | null;
}

const columns = [
  'employeeId',
  'validFrom',
  'validTo',
  'title',
  'teamId',
  'siteId',
  'managerId',
  'status',
  'available',
  'absence',
] as const;

/** All periods of these people, in order. */
export async function listEmployments(
  ctx: TenantContext,
  employeeIds: readonly string[],
): Promise<EmploymentRow[]> {
  const rows = await ctx.tx
    .selectFrom('employments')
    .select(columns)
    .where(sql<boolean>`employee_id = any(${employeeIds}::uuid[])`)
    .orderBy('employeeId')
    .orderBy('validFrom')
    .execute();
  return rows as EmploymentRow[];
}

/** The period of one person on a day. */
export async function findEmployment(
  ctx: TenantContext,
  employeeId: string,
  asOf: string,
): Promise<EmploymentRow | undefined> {
  const row = await ctx.tx
    .selectFrom('employments')
    .select(columns)
    .where('employeeId', '=', employeeId)
    .where('validFrom', '<=', asOf)
    .where((eb) => eb.or([eb('validTo', 'is', null), eb('validTo', '>', asOf)]))
    .executeTakeFirst();
  return row as EmploymentRow | undefined;
}

export interface EmployedPerson extends EmploymentRow {
  readonly externalId: string;
  readonly name: string;
}

/** Active people of these teams on a day, by name. */
export async function listActiveOfTeams(
  ctx: TenantContext,
  teamIds: readonly string[],
  asOf: string,
): Promise<EmployedPerson[]> {
  const rows = await employed(ctx, asOf)
    .where(sql<boolean>`employments.team_id = any(${teamIds}::uuid[])`)
    .where('employments.status', '=', 'active')
    .execute();
  return rows as EmployedPerson[];
}

/** People, active or on leave, whose manager on a day is this person, by name. */
export async function listReportsOf(
  ctx: TenantContext,
  managerId: string,
  asOf: string,
): Promise<EmployedPerson[]> {
  const rows = await employed(ctx, asOf)
    .where('employments.managerId', '=', managerId)
    .where('employments.status', '<>', 'left')
    .execute();
  return rows as EmployedPerson[];
}

/** The team and status of each of these people on a day; nobody before the first day. */
export async function listTeamsOn(
  ctx: TenantContext,
  employeeIds: readonly string[],
  asOf: string,
): Promise<Pick<EmploymentRow, 'employeeId' | 'teamId' | 'status'>[]> {
  const rows = await ctx.tx
    .selectFrom('employments')
    .select(['employeeId', 'teamId', 'status'])
    .where(sql<boolean>`employee_id = any(${employeeIds}::uuid[])`)
    .where('validFrom', '<=', asOf)
    .where((eb) => eb.or([eb('validTo', 'is', null), eb('validTo', '>', asOf)]))
    .execute();
  return rows as Pick<EmploymentRow, 'employeeId' | 'teamId' | 'status'>[];
}

function employed(ctx: TenantContext, asOf: string) {
  return ctx.tx
    .selectFrom('employments')
    .innerJoin('employees', 'employees.employeeId', 'employments.employeeId')
    .select(columns.map((column) => `employments.${column}` as const))
    .select(['employees.externalId', 'employees.name'])
    .where('employments.validFrom', '<=', asOf)
    .where((eb) => eb.or([eb('employments.validTo', 'is', null), eb('employments.validTo', '>', asOf)]))
    .orderBy('employees.name')
    .orderBy('employees.externalId');
}

/** Deletes periods by person and first day. */
export async function deleteEmployments(
  ctx: TenantContext,
  keys: readonly { readonly employeeId: string; readonly validFrom: string }[],
): Promise<void> {
  if (keys.length === 0) return;
  const ids = keys.map((key) => key.employeeId);
  const days = keys.map((key) => key.validFrom);
  await ctx.tx
    .deleteFrom('employments')
    .where(sql<boolean>`(employee_id, valid_from) in (select * from unnest(${ids}::uuid[], ${days}::date[]))`)
    .execute();
}

export type EmploymentEnd = Pick<EmploymentRow, 'employeeId' | 'validFrom' | 'validTo'>;

/** Gives periods that are known another end, by person and first day. */
export async function updateEmploymentEnds(
  ctx: TenantContext,
  ends: readonly EmploymentEnd[],
): Promise<void> {
  if (ends.length === 0) return;
  const ids = ends.map((end) => end.employeeId);
  const days = ends.map((end) => end.validFrom);
  const until = ends.map((end) => end.validTo);
  await sql`
    update public.employments p set valid_to = ended.valid_to, recorded_at = ${ctx.now}::timestamptz
      from unnest(${ids}::uuid[], ${days}::date[], ${until}::date[]) as ended(employee_id, valid_from, valid_to)
     where p.organization_id = ${ctx.organizationId}::uuid
       and p.employee_id = ended.employee_id and p.valid_from = ended.valid_from`.execute(ctx.tx);
}

/** Stores periods by person and first day. Columns go over as lists: as many values are read one by one. */
export async function upsertEmployments(ctx: TenantContext, rows: readonly EmploymentRow[]): Promise<void> {
  for (const batch of batches(rows)) {
    await sql`
      insert into public.employments
             (organization_id, employee_id, valid_from, valid_to, title, team_id, site_id, manager_id, status,
              available, absence, recorded_at)
      select ${ctx.organizationId}::uuid, given.*, ${ctx.now}::timestamptz
        from unnest(${batch.map((row) => row.employeeId)}::uuid[], ${batch.map((row) => row.validFrom)}::date[],
                    ${batch.map((row) => row.validTo)}::date[], ${batch.map((row) => row.title)}::text[],
                    ${batch.map((row) => row.teamId)}::uuid[], ${batch.map((row) => row.siteId)}::uuid[],
                    ${batch.map((row) => row.managerId)}::uuid[], ${batch.map((row) => row.status)}::text[],
                    ${batch.map((row) => String(row.available))}::boolean[],
                    ${batch.map((row) => row.absence)}::text[]) as given
          on conflict (organization_id, employee_id, valid_from) do update
         set valid_to = excluded.valid_to, title = excluded.title, team_id = excluded.team_id,
             site_id = excluded.site_id, manager_id = excluded.manager_id, status = excluded.status,
             available = excluded.available, absence = excluded.absence, recorded_at = excluded.recorded_at`.execute(
      ctx.tx,
    );
  }
}
