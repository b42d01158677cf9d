import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';

/** Whose address this is, whatever its case; undefined: nobody's. */
export async function findEmployeeIdByEmail(ctx: TenantContext, email: string): Promise<string | undefined> {
  const row = await ctx.tx
    .selectFrom('employees')
    .select('employeeId')
    .where(sql<boolean>`lower(email) = lower(${email})`)
    .executeTakeFirst();
  return row?.employeeId;
}

/** How the database compares these addresses: those that it takes for the same have one key. By the address. */
export async function listEmailKeys(
  ctx: TenantContext,
  emails: Iterable<string>,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ email: string; key: string }>`
    select email, lower(email) as key from unnest(${[...new Set(emails)]}::text[]) as given(email)`.execute(
    ctx.tx,
  );
  return new Map(rows.map(({ email, key }) => [email, key]));
}

/**
 * Those of these people who cannot have these addresses again: somebody who is not among them has one now, or one of them
 * who cannot either.
 */
export async function listPeopleWithTakenEmail(
  ctx: TenantContext,
  people: readonly { readonly employeeId: string; readonly email: string | null }[],
): Promise<string[]> {
  const ids = people.map(({ employeeId }) => employeeId);
  const { rows } = await sql<{ employeeId: string }>`
    with recursive given as materialized (
      select employee_id, lower(email) as key
        from unnest(${ids}::uuid[], ${people.map(({ email }) => email)}::text[]) as one(employee_id, email)
    ), taken(employee_id) as (
      select given.employee_id from given
        join public.employees e on e.organization_id = ${ctx.organizationId}::uuid and lower(e.email) = given.key
       where not exists (select from given as other where other.employee_id = e.employee_id)
      union
      select given.employee_id from taken
        join public.employees e on e.organization_id = ${ctx.organizationId}::uuid
                               and e.employee_id = taken.employee_id
        join given on given.key = lower(e.email) and given.employee_id <> e.employee_id
    )
    select employee_id as "employeeId" from taken`.execute(ctx.tx);
  return rows.map((row) => row.employeeId);
}
