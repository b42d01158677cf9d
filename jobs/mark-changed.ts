import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import { enqueue } from './enqueue';

const BATCH = 1_000;

/** Says that figures of these people must be computed again, and asks for the refresh; in the caller's transaction. */
export async function markPeopleChanged(ctx: TenantContext, employeeIds: Iterable<string>): Promise<void> {
  const ids = [...new Set(employeeIds)];
  for (let start = 0; start < ids.length; start += BATCH) {
    const batch = ids.slice(start, start + BATCH);
    await sql`
      insert into public.dirty_people (organization_id, employee_id)
      select ${ctx.organizationId}::uuid, unnest(${batch}::uuid[])`.execute(ctx.tx);
  }
  if (ids.length > 0) await enqueue(ctx, 'refresh-capability', {});
}

/** Says that the cells of these teams must be computed again: people left them, or the tree changed. */
export async function markTeamsChanged(ctx: TenantContext, teamIds: Iterable<string>): Promise<void> {
  const ids = [...new Set(teamIds)];
  for (let start = 0; start < ids.length; start += BATCH) {
    const batch = ids.slice(start, start + BATCH);
    await sql`
      insert into public.dirty_teams (organization_id, team_id)
      select ${ctx.organizationId}::uuid, unnest(${batch}::uuid[])`.execute(ctx.tx);
  }
  if (ids.length > 0) await enqueue(ctx, 'refresh-capability', {});
}
