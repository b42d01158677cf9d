import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';

/** Peers of one person of a cycle. */
export interface PeerCount {
  readonly employeeId: string;
  /** Who are asked to rate. */
  readonly asked: number;
  /** Who are proposed, and wait for the manager. */
  readonly proposed: number;
}

/** Peers of those of a cycle who report to a manager on a day, and have not left. */
export async function listPeerCounts(
  ctx: TenantContext,
  question: { readonly cycleId: string; readonly managerId: string; readonly day: string },
): Promise<PeerCount[]> {
  const { cycleId, managerId, day } = question;
  const { rows } = await sql<PeerCount>`
    select p.employee_id as "employeeId",
           count(r.rater_id) filter (where r.state = 'approved')::int as asked,
           count(r.rater_id) filter (where r.state = 'proposed')::int as proposed
      from employments e
      join cycle_people p on p.organization_id = e.organization_id and p.employee_id = e.employee_id
      left join cycle_raters r on r.organization_id = p.organization_id and r.cycle_id = p.cycle_id
                              and r.employee_id = p.employee_id and r.rater_kind = 'peer'
     where e.organization_id = ${ctx.organizationId}::uuid and e.manager_id = ${managerId}::uuid
       and e.status <> 'left' and e.valid_from <= ${day}::date and (e.valid_to is null or e.valid_to > ${day}::date)
       and p.cycle_id = ${cycleId}::uuid
     group by p.employee_id`.execute(ctx.tx);
  return rows;
}
