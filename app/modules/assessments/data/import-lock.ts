import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';

/** Waits until no other import of assessments runs in this organization; held to the end of the transaction. */
export async function lockAssessmentsImport(ctx: TenantContext): Promise<void> {
  const key = `import-assessments:${ctx.organizationId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(ctx.tx);
}
