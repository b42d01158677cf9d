import type { TenantContext } from '#db/tenancy';
import { enqueue } from './enqueue';

const BATCH = 1_000;

/** Says that figures of these people must be computed again, and asks for the refresh; in the caller's transaction. */
export async function markPeopleChanged(ctx: TenantContext, employeeIds: Iterable<string>): Promise<void> {
  const ids = [...new Set(employeeIds)];
  for (let start = 0; start < ids.length; start += BATCH) {
    const rows = ids.slice(start, start + BATCH).map((employeeId) => ({ employeeId }));
    await ctx.tx.insertInto('dirtyPeople').values(rows).execute();
  }
  if (ids.length > 0) await enqueue(ctx, 'refresh-capability', {});
}

/** Says that the cells of these teams must be computed again: people left them, or the tree changed. */
export async function markTeamsChanged(ctx: TenantContext, teamIds: Iterable<string>): Promise<void> {
  const ids = [...new Set(teamIds)];
  for (let start = 0; start < ids.length; start += BATCH) {
    const rows = ids.slice(start, start + BATCH).map((teamId) => ({ teamId }));
    await ctx.tx.insertInto('dirtyTeams').values(rows).execute();
  }
  if (ids.length > 0) await enqueue(ctx, 'refresh-capability', {});
}
