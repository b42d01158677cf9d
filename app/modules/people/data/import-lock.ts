import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';

/** Waits until no other import of people runs in this organization; held to the end of the transaction. */
export async function lockPeopleImport(ctx: TenantContext): Promise<void> {
  const key = `import-people:${ctx.organizationId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(ctx.tx);
}
