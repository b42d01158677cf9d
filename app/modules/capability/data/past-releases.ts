import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';

/**
 * Deletes releases of days before this one, their people and their cuts, but for the last release and those of which a
 * figure still stands in a cut of a release that is kept. Returns how many.
 */
export async function deleteReleasesBefore(ctx: TenantContext, day: string): Promise<number> {
  const { organizationId } = ctx;
  const { rows } = await sql`
    delete from releases r
     where r.organization_id = ${organizationId}::uuid and r.as_of < ${day}::date
       and r.sequence < (select max(l.sequence) from releases l where l.organization_id = ${organizationId}::uuid)
       and not exists (
         select from release_cuts c
           join releases k on k.organization_id = ${organizationId}::uuid and k.release_id = c.release_id
          where c.organization_id = ${organizationId}::uuid
            and (k.as_of >= ${day}::date
                 or k.sequence = (select max(l.sequence) from releases l where l.organization_id = ${organizationId}::uuid))
            and strpos(c.cut::text, r.release_id::text) > 0)
    returning r.release_id`.execute(ctx.tx);
  return rows.length;
}

/** Whether a release is of a day before this one. */
export async function hasReleaseBefore(ctx: TenantContext, day: string): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('releases')
    .select('releaseId')
    .where('asOf', '<', day)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Those of these people, or numbers that stand for them, whom a release holds. */
export async function listReleasedIds(ctx: TenantContext, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct employee_id as id from release_people
     where organization_id = ${ctx.organizationId}::uuid and employee_id = any(${ids}::uuid[])`.execute(
    ctx.tx,
  );
  return rows.map((row) => row.id);
}
