import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import { DIMENSIONS } from '~/modules/frameworks/domain/dimension';

/** Digits that the sums of one dimension take in a person's compact row (person-sums.ts). */
const DIGITS = 160;
const STAMP = sql`current_date, now(), 'plain'`;

/**
 * Keeps a compact row for each active person and what each adds to the overview, from the plain profiles: places, newest
 * days, levels, targets, and sums and facts as long as Cadre's own, of levels alone. Moves of quarters are not computed.
 */
export async function plainPeople(ctx: TenantContext): Promise<void> {
  const organization = sql`${ctx.organizationId}::uuid`;
  const newest = sql.raw(DIMENSIONS.map((name) => `newest_${name}`).join(', '));
  const newestDays = sql.raw(
    DIMENSIONS.map(
      (name) => `max(f.assessed_on - date '1970-01-01') filter (where f.dimension = '${name}')`,
    ).join(', '),
  );
  await sql`
    with place as materialized (
      select * from unnest(${[...DIMENSIONS]}::text[]) with ordinality as d(dimension, at))
    insert into plain_person_figures (organization_id, employee_id, team_id, site_id, soc, role_band, kind, available,
      ${newest}, sums, facts, levels, targets, as_of, computed_at, formula_version)
    select ${organization}, e.employee_id, e.team_id, e.site_id, o.soc, o.role_band, p.kind, e.available, ${newestDays},
           string_agg(lpad(coalesce(f.level, 0)::text, ${DIGITS}::int, '0'), '' order by d.at)::numeric,
           decode(string_agg(lpad(to_hex(coalesce(f.level, 0)), 32, '0'), '' order by d.at), 'hex'),
           array_agg(f.level order by d.at), array_agg(f.target order by d.at), ${STAMP}
      from employments e
      join employees p on p.organization_id = ${organization} and p.employee_id = e.employee_id
      join plain_profiles f on f.organization_id = ${organization} and f.employee_id = e.employee_id
      join place d on d.dimension = f.dimension
      left join employee_occupations o on o.organization_id = ${organization} and o.employee_id = e.employee_id
     where e.organization_id = ${organization} and e.status = 'active' and e.valid_to is null
     group by e.employee_id, e.team_id, e.site_id, o.soc, o.role_band, p.kind, e.available`.execute(ctx.tx);
  await sql`
    insert into plain_person_overview (organization_id, employee_id, with_target, assessed, due, strength_units,
      ai_attainment, ai_target, quarter, pairs, rises, falls, net, former_pairs, former_rises, former_falls, former_net,
      as_of, computed_at, formula_version)
    select ${organization}, f.employee_id, count(f.target), count(f.gap),
           count(*) filter (where f.target is not null and f.recheck_on <= current_date),
           coalesce(sum(f.strength_units) filter (where f.target is not null), 0),
           min(least(12, 12 * f.level / greatest(f.target, 1))) filter (where f.dimension = 'ai_use' and f.gap is not null),
           bool_or(f.dimension = 'ai_use' and f.target is not null), date_trunc('quarter', current_date), 0, 0, 0, 0,
           0, 0, 0, 0, ${STAMP}
      from plain_profiles f
     where f.organization_id = ${organization}
     group by f.employee_id`.execute(ctx.tx);
}
