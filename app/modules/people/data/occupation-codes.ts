import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';

/** Those of the codes that the shared catalogue or the organization's own one has. */
export async function listKnownCodes(ctx: TenantContext, codes: readonly string[]): Promise<string[]> {
  const shared = ctx.tx
    .selectFrom('occupations')
    .select('soc')
    .where(sql<boolean>`soc = any(${codes}::text[])`);
  const own = ctx.tx
    .selectFrom('ownOccupations')
    .select('soc')
    .where(sql<boolean>`soc = any(${codes}::text[])`);
  const rows = [...(await shared.execute()), ...(await own.execute())];
  return rows.map((row) => row.soc);
}
