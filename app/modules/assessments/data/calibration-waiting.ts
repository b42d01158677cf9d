import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';

/**
 * Notes people of closed cycles whose disagreements are to be put in order: everybody of one cycle, these people in every
 * closed cycle, or everybody in every one. How many wait who did not before.
 */
export async function insertCalibrationWaiting(
  ctx: TenantContext,
  of: { readonly cycleId?: string; readonly employeeIds?: readonly string[] },
): Promise<number> {
  const { cycleId = null, employeeIds = null } = of;
  const organization = ctx.organizationId;
  const { rows } = await sql<{ added: number }>`
    with added as (
      insert into calibration_waiting (organization_id, cycle_id, employee_id)
      select distinct ${organization}::uuid, a.cycle_id, a.employee_id
        from cycles c
        join assessments a on a.organization_id = ${organization} and a.cycle_id = c.cycle_id
                          and a.state = 'submitted'
       where c.organization_id = ${organization} and c.state = 'closed'
         and (${cycleId}::uuid is null or c.cycle_id = ${cycleId}::uuid)
         and (${employeeIds === null} or a.employee_id = any(${employeeIds ?? []}::uuid[]))
      union
      select ${organization}::uuid, k.cycle_id, k.employee_id
        from cycles c
        join calibration_cases k on k.organization_id = ${organization} and k.cycle_id = c.cycle_id
       where c.organization_id = ${organization} and c.state = 'closed'
         and (${cycleId}::uuid is null or c.cycle_id = ${cycleId}::uuid)
         and (${employeeIds === null} or k.employee_id = any(${employeeIds ?? []}::uuid[]))
      on conflict do nothing
      returning 1)
    select count(*)::int as added from added`.execute(ctx.tx);
  return rows[0]?.added ?? 0;
}

/** Takes people of one cycle who wait, at most so many; null: nobody waits. */
export async function claimCalibrationWaiting(
  ctx: TenantContext,
  limit: number,
): Promise<{ readonly cycleId: string; readonly employeeIds: string[] } | null> {
  const organization = ctx.organizationId;
  const { rows } = await sql<{ cycleId: string; employeeId: string }>`
    delete from calibration_waiting w
     using (select cycle_id, employee_id from calibration_waiting
             where organization_id = ${organization}
               and cycle_id = (select min(cycle_id::text)::uuid from calibration_waiting
                                where organization_id = ${organization})
             order by employee_id limit ${limit}) as next
     where w.organization_id = ${organization} and w.cycle_id = next.cycle_id and w.employee_id = next.employee_id
    returning w.cycle_id as "cycleId", w.employee_id as "employeeId"`.execute(ctx.tx);
  const [first] = rows;
  return first ? { cycleId: first.cycleId, employeeIds: rows.map(({ employeeId }) => employeeId) } : null;
}

/** Whether anybody waits, in whichever cycle. */
export async function hasCalibrationWaiting(ctx: TenantContext): Promise<boolean> {
  const row = await ctx.tx.selectFrom('calibrationWaiting').select('cycleId').limit(1).executeTakeFirst();
  return row !== undefined;
}

/** How many people of a cycle wait. */
export async function countCalibrationWaiting(ctx: TenantContext, cycleId: string): Promise<number> {
  const { waiting } = await ctx.tx
    .selectFrom('calibrationWaiting')
    .select((eb) => eb.fn.countAll<string>().as('waiting'))
    .where('cycleId', '=', cycleId)
    .executeTakeFirstOrThrow();
  return Number(waiting);
}
