import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import { batches } from '~/shared/batches';
import type { EmployeeKind } from '../domain/employee-row';

export interface EmployeeRow {
  readonly employeeId: string;
  readonly externalId: string;
  readonly name: string;
  readonly email: string | null;
  readonly kind: EmployeeKind;
  readonly startedOn: string | null;
  readonly endedOn: string | null;
}

const columns = ['employeeId', 'externalId', 'name', 'email', 'kind', 'startedOn', 'endedOn'] as const;

/** The employee whose sign-in is this user, if any. */
export async function findEmployeeIdByUser(ctx: TenantContext, userId: string): Promise<string | undefined> {
  const row = await ctx.tx
    .selectFrom('employees')
    .select('employeeId')
    .where('userId', '=', userId)
    .executeTakeFirst();
  return row?.employeeId;
}

/** The user who signs in as the person; null: nobody, or no such person. */
export async function findUserOfEmployee(ctx: TenantContext, employeeId: string): Promise<string | null> {
  const row = await ctx.tx
    .selectFrom('employees')
    .select('userId')
    .where('employeeId', '=', employeeId)
    .executeTakeFirst();
  return row?.userId ?? null;
}

/** One person by id or by external id. */
export async function findEmployee(
  ctx: TenantContext,
  key: { readonly employeeId: string } | { readonly externalId: string },
): Promise<EmployeeRow | undefined> {
  const query = ctx.tx.selectFrom('employees').select(columns);
  const found =
    'employeeId' in key
      ? query.where('employeeId', '=', key.employeeId)
      : query.where('externalId', '=', key.externalId);
  return (await found.executeTakeFirst()) as EmployeeRow | undefined;
}

/** Somebody of the organization, whatever their status; undefined where there is nobody. */
export async function findAnyEmployeeId(ctx: TenantContext): Promise<string | undefined> {
  const row = await ctx.tx.selectFrom('employees').select('employeeId').limit(1).executeTakeFirst();
  return row?.employeeId;
}

export interface DirectoryRow {
  readonly employeeId: string;
  readonly externalId: string;
  readonly email: string | null;
  readonly startedOn: string | null;
  /** The manager of the period without an end. */
  readonly managerId: string | null;
}

/**
 * Everybody in the organization, with what checks of a file need. Two reads instead of a join: right after a large
 * import the planner knows nothing of the rows, and a join of all with all may take minutes. Each answers with one text,
 * which is read many times faster than rows; its separators stand in no text that is stored of people.
 */
export async function listDirectory(ctx: TenantContext): Promise<DirectoryRow[]> {
  const managed = await sql<{ lines: string | null }>`
    select string_agg(employee_id::text || manager_id::text, '') as lines from public.employments
     where organization_id = ${ctx.organizationId}::uuid and valid_to is null and manager_id is not null`.execute(
    ctx.tx,
  );
  const managerOf = new Map<string, string>();
  const pairs = managed.rows[0]?.lines ?? '';
  for (let at = 0; at < pairs.length; at += 2 * UUID_LENGTH)
    managerOf.set(pairs.slice(at, at + UUID_LENGTH), pairs.slice(at + UUID_LENGTH, at + 2 * UUID_LENGTH));
  const people = await sql<{ lines: string | null }>`
    select string_agg(concat_ws(chr(31), employee_id, external_id, coalesce(email, ''),
             coalesce(to_char(started_on, 'YYYY-MM-DD'), '')), chr(30)) as lines
      from public.employees where organization_id = ${ctx.organizationId}::uuid`.execute(ctx.tx);
  const lines = people.rows[0]?.lines?.split('\u001e') ?? [];
  return lines.map((line) => {
    const [employeeId = '', externalId = '', email, startedOn] = line.split('\u001f');
    const managerId = managerOf.get(employeeId) ?? null;
    return { employeeId, externalId, email: email || null, startedOn: startedOn || null, managerId };
  });
}

const UUID_LENGTH = 36;

/** The ids of people by their external ids; unknown ones are left out. */
export async function listEmployeesByExternalId(
  ctx: TenantContext,
  externalIds: readonly string[],
): Promise<{ employeeId: string; externalId: string }[]> {
  return ctx.tx
    .selectFrom('employees')
    .select(['employeeId', 'externalId'])
    .where(sql<boolean>`external_id = any(${externalIds}::text[])`)
    .execute();
}

/** The ids of everybody, whatever their status. */
export async function listAllEmployeeIds(ctx: TenantContext): Promise<string[]> {
  const rows = await ctx.tx.selectFrom('employees').select('employeeId').orderBy('employeeId').execute();
  return rows.map((row) => row.employeeId);
}

/** Says which user signs in as the person; null: nobody. */
export async function updateEmployeeUser(
  ctx: TenantContext,
  employeeId: string,
  userId: string | null,
): Promise<void> {
  await ctx.tx.updateTable('employees').set({ userId }).where('employeeId', '=', employeeId).execute();
}

/** These people; unknown ids are left out. */
export async function listEmployees(
  ctx: TenantContext,
  employeeIds: readonly string[],
): Promise<EmployeeRow[]> {
  const rows = await ctx.tx
    .selectFrom('employees')
    .select(columns)
    .where(sql<boolean>`employee_id = any(${employeeIds}::uuid[])`)
    .execute();
  return rows as EmployeeRow[];
}

/** Takes those addresses of these people away that others are given, so that people of one file can exchange them. */
export async function deleteEmails(
  ctx: TenantContext,
  employeeIds: readonly string[],
  given: readonly string[],
): Promise<void> {
  if (employeeIds.length === 0 || given.length === 0) return;
  await ctx.tx
    .updateTable('employees')
    .set({ email: null })
    .where(sql<boolean>`employee_id = any(${employeeIds}::uuid[])`)
    .where(sql<boolean>`lower(email) in (select lower(one) from unnest(${given}::text[]) as one)`)
    .execute();
}

/** Adds people. Columns go over as lists: as many values are read one by one. */
export async function insertEmployees(ctx: TenantContext, rows: readonly EmployeeRow[]): Promise<void> {
  for (const batch of batches(rows))
    await sql`
      insert into public.employees
             (organization_id, employee_id, external_id, name, email, kind, started_on, ended_on, recorded_at)
      select ${ctx.organizationId}::uuid, employee_id, external_id, name, email, kind, started_on, ended_on,
             ${ctx.now}::timestamptz
        from ${given(batch)}`.execute(ctx.tx);
}

/** Changes people by id; an external id once given stays. */
export async function updateEmployees(ctx: TenantContext, rows: readonly EmployeeRow[]): Promise<void> {
  for (const batch of batches(rows))
    await sql`
      update public.employees e
         set name = given.name, email = given.email, kind = given.kind, started_on = given.started_on,
             ended_on = given.ended_on, recorded_at = ${ctx.now}::timestamptz
        from ${given(batch)}
       where e.organization_id = ${ctx.organizationId}::uuid and e.employee_id = given.employee_id`.execute(
      ctx.tx,
    );
}

const given = (rows: readonly EmployeeRow[]) => sql`
  unnest(${rows.map((row) => row.employeeId)}::uuid[], ${rows.map((row) => row.externalId)}::text[],
         ${rows.map((row) => row.name)}::text[], ${rows.map((row) => row.email)}::text[],
         ${rows.map((row) => row.kind)}::text[], ${rows.map((row) => row.startedOn)}::date[],
         ${rows.map((row) => row.endedOn)}::date[])
    as given(employee_id, external_id, name, email, kind, started_on, ended_on)`;
