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
