import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import type { HeatmapFilter } from '~/modules/capability/domain/heatmap-filter';

/** The same figures straight from profiles and employments, by site: what there would be without compact rows. */
export async function plainFigures(ctx: TenantContext, filter: HeatmapFilter): Promise<void> {
  const { site, occupation, band, kind } = filter;
  await sql`select set_config('work_mem', '64MB', true), set_config('jit', 'off', true)`.execute(ctx.tx);
  await sql`
    select e.site_id, p.dimension, count(*) as people, count(p.level) as assessed,
           count(*) filter (where p.level = 0) as n0, count(*) filter (where p.level = 1) as n1,
           count(*) filter (where p.level = 2) as n2, count(*) filter (where p.level = 3) as n3,
           count(*) filter (where p.level = 4) as n4, count(p.target) as with_target,
           count(*) filter (where not p.default_target) as written, count(p.gap) as pairs,
           sum(p.target) filter (where p.gap is not null) as target_sum, sum(p.gap) as gap_sum,
           sum(p.weight * p.gap) as weighted_gap,
           sum(p.weight * p.target) filter (where p.gap is not null) as weighted_target,
           count(*) filter (where p.gap = 0) as at_target,
           count(*) filter (where p.recheck_on <= current_date) as due, sum(p.strength_units) as units,
           sum(p.self_manager_difference) as diff, count(p.self_manager_difference) as diff_n,
           max(p.assessed_on) as newest,
           count(*) filter (where e.available and p.rater_kind <> 'self' and p.level >= 3) as holders,
           count(p.critical_level) as critical, min(p.critical_level) as critical_min
      from employments e
      join employees m on m.organization_id = ${ctx.organizationId}::uuid and m.employee_id = e.employee_id
      join employee_occupations o on o.organization_id = ${ctx.organizationId}::uuid and o.employee_id = e.employee_id
      join profiles p on p.organization_id = ${ctx.organizationId}::uuid and p.employee_id = e.employee_id
     where e.organization_id = ${ctx.organizationId}::uuid and e.status = 'active' and e.valid_to is null
       and (${site}::text is null or e.site_id::text = ${site})
       and (${occupation}::text is null or o.soc = ${occupation})
       and (${band}::text is null or o.role_band::text = ${band})
       and (${kind}::text is null or m.kind = ${kind})
     group by e.site_id, p.dimension`.execute(ctx.tx);
}

/** One plain pass over the compact rows that touches what every counting of them reads. */
export async function plainScan(ctx: TenantContext): Promise<void> {
  await sql`select set_config('jit', 'off', true), set_config('max_parallel_workers_per_gather', '0', true)`.execute(
    ctx.tx,
  );
  await sql`select count(f.sums), count(f.kind) from person_figures f
    where f.organization_id = ${ctx.organizationId}::uuid`.execute(ctx.tx);
}
