import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import { deleteFormerPlaces } from './former-places';

/**
 * Gives people back what an import had found of them (import_changes.before): person, employments, occupations held. A
 * manager or site that is no more is left out. None of them is one whom the import made.
 */
export async function restorePeople(
  ctx: TenantContext,
  importId: string,
  employeeIds: readonly string[],
): Promise<void> {
  if (employeeIds.length === 0) return;
  const scope = sql`organization_id = ${ctx.organizationId}::uuid and employee_id = any(${employeeIds}::uuid[])`;
  await sql`update public.employees set email = null where ${scope}`.execute(ctx.tx);
  await sql`delete from public.employments where ${scope}`.execute(ctx.tx);
  await sql`delete from public.employee_occupations where ${scope}`.execute(ctx.tx);
  await restorePersons(ctx, importId, employeeIds);
  await restoreEmployments(ctx, importId, employeeIds);
  await restoreOccupations(ctx, importId, employeeIds);
}

async function restorePersons(ctx: TenantContext, importId: string, ids: readonly string[]): Promise<void> {
  await sql`
    update public.employees e
       set name = b.name, email = b.email, kind = b.kind, started_on = b.started_on, ended_on = b.ended_on,
           recorded_at = ${ctx.now}::timestamptz
      from public.import_changes c
      cross join lateral jsonb_to_record(c.before -> 'person')
        as b(name text, email text, kind text, started_on date, ended_on date)
     where ${keptOf(ctx, importId, ids)}
       and e.organization_id = ${ctx.organizationId}::uuid and e.employee_id = c.employee_id`.execute(ctx.tx);
}

async function restoreEmployments(
  ctx: TenantContext,
  importId: string,
  ids: readonly string[],
): Promise<void> {
  await sql`
    insert into public.employments (organization_id, employee_id, valid_from, valid_to, title, team_id, site_id,
        manager_id, status, available, absence, recorded_at)
    select c.organization_id, c.employee_id, b.valid_from, b.valid_to, b.title, b.team_id, s.site_id,
           m.employee_id, b.status, b.available, b.absence, ${ctx.now}::timestamptz
      from public.import_changes c
      cross join lateral jsonb_to_recordset(c.before -> 'employments')
        as b(valid_from date, valid_to date, title text, team_id uuid, site_id uuid, manager_id uuid,
             status text, available boolean, absence text)
      left join public.sites s on s.organization_id = c.organization_id and s.site_id = b.site_id
      left join public.employees m on m.organization_id = c.organization_id and m.employee_id = b.manager_id
     where ${keptOf(ctx, importId, ids)}`.execute(ctx.tx);
}

async function restoreOccupations(
  ctx: TenantContext,
  importId: string,
  ids: readonly string[],
): Promise<void> {
  await sql`
    insert into public.employee_occupations (organization_id, employee_id, soc, valid_from, valid_to, role_band,
        share, confirmed_by, recorded_at)
    select c.organization_id, c.employee_id, b.soc, b.valid_from, b.valid_to, b.role_band, b.share,
           b.confirmed_by, ${ctx.now}::timestamptz
      from public.import_changes c
      cross join lateral jsonb_to_recordset(c.before -> 'occupations')
        as b(soc text, valid_from date, valid_to date, role_band smallint, share smallint, confirmed_by text)
     where ${keptOf(ctx, importId, ids)}`.execute(ctx.tx);
}

function keptOf(ctx: TenantContext, importId: string, ids: readonly string[]) {
  return sql`c.organization_id = ${ctx.organizationId}::uuid and c.import_id = ${importId}::uuid
    and c.employee_id = any(${ids}::uuid[]) and c.before is not null`;
}

/** Tables that say of a person only what the directory or the figures make of them. */
const OWN_TABLES = [
  ...['employments', 'employee_occupations', 'import_changes', 'profiles', 'person_figures'],
  ...['person_overview', 'calibration_cases', 'calibration_waiting'],
  ...['former_members', 'former_reports'],
];
/** What refers to a person without a foreign key: ratings stay when their rater is erased. */
const LOOSE_REFERENCES = [{ table: 'assessments', column: 'rater_id' }];

/**
 * Those of these people of whom something stands in another table than the directory's own: ratings, posts, fields
 * owned by Cadre, whatever refers to people. Read from the catalogue, so that a later table is not forgotten.
 */
export async function listPeopleReferredTo(
  ctx: TenantContext,
  employeeIds: readonly string[],
): Promise<string[]> {
  const { rows: references } = await sql<{ table: string; column: string }>`
    select c.relname as "table", a.attname as "column"
      from pg_catalog.pg_constraint f
      join pg_catalog.pg_class c on c.oid = f.conrelid
      join pg_catalog.pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[array_upper(f.conkey, 1)]
     where f.contype = 'f' and f.confrelid = 'public.employees'::regclass
       and not c.relname = any(${OWN_TABLES}::text[])
     order by 1, 2`.execute(ctx.tx);
  const found = new Set<string>();
  for (const { table, column } of [...references, ...LOOSE_REFERENCES]) {
    const { rows } = await sql<{ employeeId: string }>`
      select distinct ${sql.ref(column)} as "employeeId" from ${sql.id('public', table)}
       where organization_id = ${ctx.organizationId}::uuid
         and ${sql.ref(column)} = any(${employeeIds}::uuid[])`.execute(ctx.tx);
    for (const row of rows) found.add(row.employeeId);
  }
  return [...found];
}

/** Those of these people who are or were the manager of somebody who is neither among them nor among the others. */
export async function listReportsOutside(
  ctx: TenantContext,
  employeeIds: readonly string[],
  others: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ managerId: string }>`
    select distinct manager_id as "managerId" from public.employments
     where organization_id = ${ctx.organizationId}::uuid and manager_id = any(${employeeIds}::uuid[])
       and not employee_id = any(${employeeIds}::uuid[])
       and not employee_id = any(${others}::uuid[])`.execute(ctx.tx);
  return rows.map((row) => row.managerId);
}

/** Every team that these people were ever in, or will be. */
export async function listTeamsEverOfPeople(
  ctx: TenantContext,
  employeeIds: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ teamId: string }>`
    select distinct team_id as "teamId" from public.employments
     where organization_id = ${ctx.organizationId}::uuid
       and employee_id = any(${employeeIds}::uuid[])`.execute(ctx.tx);
  return rows.map((row) => row.teamId);
}

/** Deletes people whom an import had made. */
export async function deleteMadePeople(ctx: TenantContext, employeeIds: readonly string[]): Promise<void> {
  if (employeeIds.length === 0) return;
  const scope = sql`organization_id = ${ctx.organizationId}::uuid and employee_id = any(${employeeIds}::uuid[])`;
  await sql`update public.employments set manager_id = null where ${scope}`.execute(ctx.tx);
  await deleteFormerPlaces(ctx, employeeIds);
  await sql`delete from public.employees where ${scope}`.execute(ctx.tx);
}
