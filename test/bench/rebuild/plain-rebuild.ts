import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';

/** Half-lives between the trusts of the kinds of rater, as days (method.md 1): later than a rating by so much. */
const DAYS_OF_TRUST = sql`case a.rater_kind when 'calibrated' then 0 when 'manager' then -176 when 'peer' then -404 else -724 end`;

/** The current level of everybody in every dimension. */
const levels = (ctx: TenantContext) => sql`
    select distinct on (r.employee_id, r.dimension) r.employee_id, r.dimension, r.level
      from ratings r
      join assessments a on a.organization_id = ${ctx.organizationId}::uuid and a.assessment_id = r.assessment_id
     where r.organization_id = ${ctx.organizationId}::uuid and a.state = 'submitted' and r.level is not null
     order by r.employee_id, r.dimension, r.assessed_on + ${DAYS_OF_TRUST} desc, a.rater_kind, r.level`;

/** Computes the levels and nothing of them. */
export async function plainLevels(ctx: TenantContext): Promise<void> {
  await room(ctx);
  await sql`select count(*) from (${levels(ctx)}) l`.execute(ctx.tx);
}

/** Computes the levels, their sums by team, and those of every team with all beneath it. */
export async function plainRebuild(ctx: TenantContext): Promise<void> {
  await room(ctx);
  const organization = sql`${ctx.organizationId}::uuid`;
  await sql`
    with recursive levels as materialized (${levels(ctx)}),
    direct as (
      select e.team_id, l.dimension, count(*) as assessed, sum(l.level) as levels,
             count(*) filter (where l.level = 0) as n0, count(*) filter (where l.level = 1) as n1,
             count(*) filter (where l.level = 2) as n2, count(*) filter (where l.level = 3) as n3,
             count(*) filter (where l.level = 4) as n4
        from levels l
        join employments e on e.organization_id = ${organization} and e.employee_id = l.employee_id
       where e.status = 'active' and e.valid_to is null
       group by e.team_id, l.dimension),
    above as (
      select team_id, team_id as group_id from teams where organization_id = ${organization}
      union all
      select a.team_id, p.parent_id from above a
        join team_parents p on p.organization_id = ${organization} and p.team_id = a.group_id
       where p.parent_id is not null)
    select a.group_id, d.dimension, sum(d.assessed), sum(d.levels), sum(d.n0), sum(d.n1), sum(d.n2), sum(d.n3), sum(d.n4)
      from direct d join above a on a.team_id = d.team_id
     group by a.group_id, d.dimension`.execute(ctx.tx);
}

async function room(ctx: TenantContext): Promise<void> {
  await sql`select set_config('work_mem', '256MB', true), set_config('jit', 'off', true)`.execute(ctx.tx);
}
