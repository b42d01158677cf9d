import { sql } from 'kysely';
import { connectSystem, withSystem } from '#db/system';
import type { TenantContext } from '#db/tenancy';
import { plainPeople } from './plain-people';

/** Half-lives between the trusts of the kinds of rater, as days (method.md 1): later than a rating by so much. */
const DAYS_OF_TRUST = sql`case a.rater_kind when 'calibrated' then 0 when 'manager' then -176 when 'peer' then -404 else -724 end`;

/** Submitted ratings with a level. */
const ratings = (ctx: TenantContext) => sql`
      from ratings r
      join assessments a on a.organization_id = ${ctx.organizationId}::uuid and a.assessment_id = r.assessment_id
     where r.organization_id = ${ctx.organizationId}::uuid and a.state = 'submitted' and r.level is not null`;

/** The current level of everybody in every dimension. */
const levels = (ctx: TenantContext) => sql`
    select distinct on (r.employee_id, r.dimension) r.employee_id, r.dimension, r.level, a.rater_kind, r.assessed_on,
           r.assessment_id
      ${ratings(ctx)}
     order by r.employee_id, r.dimension, r.assessed_on + ${DAYS_OF_TRUST} desc, a.rater_kind, r.level`;

/**
 * Tables for what plain SQL computes, with the columns, keys, checks and indexes of Cadre's own and the same reference
 * to the people, without row security.
 */
export async function makePlainTables(ownerUrl: string): Promise<void> {
  const owner = connectSystem(ownerUrl);
  await withSystem(owner, async ({ tx }) => {
    for (const table of ['profiles', 'heatmap_cells', 'person_figures', 'person_overview']) {
      const plain = sql.raw(`plain_${table}`);
      await sql`create table ${plain} (like ${sql.raw(table)} including all)`.execute(tx);
      await sql`alter table ${plain} alter column organization_id drop default`.execute(tx);
      await sql`grant select, insert on ${plain} to cadre_app`.execute(tx);
    }
    for (const table of ['plain_profiles', 'plain_person_figures', 'plain_person_overview'])
      await sql`alter table ${sql.raw(table)} add foreign key (organization_id, employee_id)
        references employees on delete cascade`.execute(tx);
  });
  await owner.close();
}

/** Computes the levels and nothing of them. */
export async function plainLevels(ctx: TenantContext): Promise<void> {
  await room(ctx);
  await sql`select count(*) from (${levels(ctx)}) l`.execute(ctx.tx);
}

/** Computes the levels and their sums by team, those of every team with all beneath it too, and keeps nothing. */
export async function plainSums(ctx: TenantContext): Promise<void> {
  await room(ctx);
  const organization = sql`${ctx.organizationId}::uuid`;
  await sql`
    with recursive levels as materialized (${levels(ctx)}),
    direct as (
      select e.team_id, l.dimension, count(*) as assessed, sum(l.level) as levels
        from levels l
        join employments e on e.organization_id = ${organization} and e.employee_id = l.employee_id
       where e.status = 'active' and e.valid_to is null
       group by e.team_id, l.dimension),
    ${above(ctx)}
    select a.group_id, d.dimension, sum(d.assessed), sum(d.levels)
      from direct d join above a on a.team_id = d.team_id
     group by a.group_id, d.dimension`.execute(ctx.tx);
}

/**
 * Computes and keeps the profiles, the cells of every team, the compact rows of people and what they add to the overview:
 * levels, what they follow from, default targets, gaps, differences of self and manager; then sums by team and beneath.
 * Neither written targets, nor peers, evidence, other occupations, or moves of quarters, all of which Cadre computes too.
 */
export async function plainRebuild(ctx: TenantContext): Promise<void> {
  await room(ctx);
  const organization = sql`${ctx.organizationId}::uuid`;
  const newest = (kind: string) => sql`
    select distinct on (r.employee_id, r.dimension) r.employee_id, r.dimension, r.level
      ${ratings(ctx)} and a.rater_kind = ${kind} and r.assessed_on >= current_date - interval '12 months'
     order by r.employee_id, r.dimension, r.assessed_on desc, r.level`;
  await sql`
    with levels as materialized (${levels(ctx)}), self as materialized (${newest('self')}),
         manager as materialized (${newest('manager')}),
         dimensions as (select unnest(array['communication', 'leadership', 'metacognition', 'critical_thinking',
           'collaboration', 'character', 'creativity', 'growth_mindset', 'mindfulness', 'fortitude', 'ai_use',
           'mastery']) as dimension)
    insert into plain_profiles (organization_id, employee_id, dimension, level, rater_kind, assessed_on, trust,
      strength_trust, assessment_ids, recheck_on, target, weight, default_target, gap, self_manager_difference,
      strength_units, as_of, computed_at, formula_version)
    select ${organization}, p.employee_id, d.dimension, l.level, l.rater_kind, l.assessed_on, 800, 800,
           case when l.level is null then '{}' else array[l.assessment_id] end, l.assessed_on + 700, o.role_band, 1,
           true, greatest(0, o.role_band - l.level), s.level - m.level,
           coalesce(round(800000 * power(2, (l.assessed_on - date '2020-01-01') / 547.875)), 0), current_date, now(), 'plain'
      from employees p
     cross join dimensions d
      left join employee_occupations o on o.organization_id = ${organization} and o.employee_id = p.employee_id
      left join levels l on l.employee_id = p.employee_id and l.dimension = d.dimension
      left join self s on s.employee_id = p.employee_id and s.dimension = d.dimension
      left join manager m on m.employee_id = p.employee_id and m.dimension = d.dimension
     where p.organization_id = ${organization}`.execute(ctx.tx);
  await plainCells(ctx);
  await plainPeople(ctx);
}

const SUMS = ['people', 'assessed', 'n0', 'n1', 'n2', 'n3', 'n4', 'with_target', 'written_target'].concat(
  ['assessed_with_target', 'target_sum', 'gap_sum', 'weighted_gap_sum', 'weighted_target_sum', 'at_target'],
  ['recheck_due', 'strength_units', 'diff_sum', 'diff_n', 'h1', 'h2', 'h3', 'h4', 'critical_people'],
);

async function plainCells(ctx: TenantContext): Promise<void> {
  const organization = sql`${ctx.organizationId}::uuid`;
  const names = sql.raw(SUMS.join(', '));
  const added = sql.raw(SUMS.map((name) => `sum(d.${name})`).join(', '));
  const stamp = sql`current_date, now(), 'plain', 0`;
  await sql`
    with recursive direct as materialized (
      select e.team_id, p.dimension, count(*) as people, count(p.level) as assessed,
             count(*) filter (where p.level = 0) as n0, count(*) filter (where p.level = 1) as n1,
             count(*) filter (where p.level = 2) as n2, count(*) filter (where p.level = 3) as n3,
             count(*) filter (where p.level = 4) as n4, count(p.target) as with_target, 0 as written_target,
             count(p.gap) as assessed_with_target, coalesce(sum(p.target) filter (where p.gap is not null), 0) as target_sum,
             coalesce(sum(p.gap), 0) as gap_sum, coalesce(sum(p.weight * p.gap), 0) as weighted_gap_sum,
             coalesce(sum(p.weight * p.target) filter (where p.gap is not null), 0) as weighted_target_sum,
             count(*) filter (where p.gap = 0) as at_target,
             count(*) filter (where p.recheck_on <= current_date) as recheck_due, sum(p.strength_units) as strength_units,
             coalesce(sum(p.self_manager_difference), 0) as diff_sum, count(p.self_manager_difference) as diff_n,
             count(*) filter (where p.rater_kind <> 'self' and p.level = 1) as h1,
             count(*) filter (where p.rater_kind <> 'self' and p.level = 2) as h2,
             count(*) filter (where p.rater_kind <> 'self' and p.level = 3) as h3,
             count(*) filter (where p.rater_kind <> 'self' and p.level = 4) as h4,
             count(p.critical_level) as critical_people
        from employments e
        join plain_profiles p on p.organization_id = ${organization} and p.employee_id = e.employee_id
       where e.organization_id = ${organization} and e.status = 'active' and e.valid_to is null
       group by e.team_id, p.dimension),
    ${above(ctx)}
    insert into plain_heatmap_cells (organization_id, group_kind, group_id, row_kind, dimension, ${names}, as_of,
      computed_at, formula_version, source_watermark)
    select ${organization}, 'team', d.team_id, 'direct', d.dimension, ${names}, ${stamp} from direct d
    union all
    select ${organization}, 'team', a.group_id, 'group', d.dimension, ${added}, ${stamp}
      from direct d join above a on a.team_id = d.team_id
     group by a.group_id, d.dimension`.execute(ctx.tx);
}

/** Every team with each team that it is beneath, and with itself. */
const above = (ctx: TenantContext) => sql`above as (
      select team_id, team_id as group_id from teams where organization_id = ${ctx.organizationId}::uuid
      union all
      select a.team_id, p.parent_id from above a
        join team_parents p on p.organization_id = ${ctx.organizationId}::uuid and p.team_id = a.group_id
       where p.parent_id is not null)`;

async function room(ctx: TenantContext): Promise<void> {
  await sql`select set_config('work_mem', '256MB', true), set_config('jit', 'off', true)`.execute(ctx.tx);
}
