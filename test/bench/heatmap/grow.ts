import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import { refreshCells } from '~/modules/capability/commands/refresh-cells';
import { refreshPersonFigures } from '~/modules/capability/commands/refresh-person-figures';
import { upsertCapabilityState } from '~/modules/capability/data/capability-state';
import { listPersonPlaces } from '~/modules/capability/data/person-figures';
import { listProfiles } from '~/modules/capability/data/profiles';
import { getMethod } from '~/modules/capability/queries/get-method';
import { DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import { batches } from '~/shared/batches';

/** People of one team. */
const TEAM = 50;
const SITES = 40;
const FANOUT = 8;
const BATCH = 1_000;

export interface Grown {
  readonly people: number;
  readonly teamIds: readonly string[];
  readonly siteIds: readonly string[];
}

/** Teams of a tree of eight under each, sites, and people spread over them by number with a profile each. */
export async function growPeople({ tx, organizationId }: TenantContext, people: number): Promise<Grown> {
  const teamIds = Array.from({ length: Math.ceil(people / TEAM) }, () => randomUUID());
  const siteIds = Array.from({ length: SITES }, () => randomUUID());
  const of = sql`${organizationId}::uuid`;
  const teams = sql`unnest(${teamIds}::uuid[]) with ordinality as t(id, n)`;
  await sql`insert into teams (organization_id, team_id, name)
    select ${of}, id, 'Team ' || lpad(n::text, 4, '0') from ${teams}`.execute(tx);
  await sql`insert into team_parents (organization_id, team_id, parent_id, valid_from)
    select ${of}, id, (${teamIds}::uuid[])[(n - 1) / ${sql.lit(FANOUT)}], '2020-01-01' from ${teams}`.execute(
    tx,
  );
  await sql`insert into sites (organization_id, site_id, name)
    select ${of}, id, 'Site ' || lpad(n::text, 2, '0')
      from unnest(${siteIds}::uuid[]) with ordinality as t(id, n)`.execute(tx);
  const id = sql`md5('person ' || n)::uuid`;
  const numbers = sql`generate_series(1, ${sql.lit(people)}) as n`;
  await sql`insert into employees (organization_id, employee_id, external_id, name, kind, started_on)
    select ${of}, ${id}, 'E' || n, 'Name ' || lpad(((n * 7919) % ${sql.lit(people)})::text, 6, '0'),
           case when n % 7 = 0 then 'agency' else 'employee' end, '2020-01-01' from ${numbers}`.execute(tx);
  await sql`insert into employments (organization_id, employee_id, valid_from, title, team_id, site_id, status, available)
    select ${of}, ${id}, '2020-01-01', 'Guard', (${teamIds}::uuid[])[1 + n % ${sql.lit(teamIds.length)}],
           (${siteIds}::uuid[])[1 + n % 37 % ${sql.lit(SITES)}], 'active', n % 11 <> 0 from ${numbers}`.execute(
    tx,
  );
  await sql`insert into employee_occupations (organization_id, employee_id, soc, valid_from, role_band, confirmed_by)
    select ${of}, ${id}, '33-' || lpad((9000 + n % 23)::text, 4, '0') || '.00', '2020-01-01', 1 + n % 4, 'bench'
      from ${numbers}`.execute(tx);
  await sql`insert into profiles (organization_id, employee_id, dimension, level, rater_kind, assessed_on, trust,
           strength_trust, recheck_on, target, weight, critical_level, gap, self_manager_difference, strength_units,
           framework_version, as_of, computed_at, formula_version)
    select ${of}, ${id}, d.dimension, level, case when level is null then null else 'manager' end,
           case when level is null then null else date '2026-01-01' + (n % 300)::int end, 800, 800,
           case when level is null then null else date '2027-06-01' end,
           target, 1 + n % 3, case when n % 9 = 0 then target end,
           case when level is null then null else greatest(0, target - level) end,
           case when level is not null and n % 5 = 0 then (n % 3)::int - 1 end,
           case when level is null then 0 else 1000000 + n end, '1', '2026-11-21', now(), '1'
      from ${numbers} cross join unnest(${[...DIMENSIONS]}::text[]) with ordinality as d(dimension, p)
     cross join lateral (select case when (n + p) % 6 = 0 then null else ((n * 7 + p * 3) % 5)::int end as level,
           (1 + n % 4)::int as target) one`.execute(tx);
  return { people, teamIds, siteIds };
}

/** Compact rows and the cells of every team from the stored profiles, by the code of the refresh. */
export async function computeRows(ctx: TenantContext, { people, teamIds }: Grown): Promise<void> {
  const method = await getMethod(ctx);
  const stamp = { asOf: method.today, computedAt: ctx.now, formulaVersion: method.version };
  const ids = Array.from({ length: people }, (_, at) => `person ${at + 1}`);
  for (const batch of batches(ids, BATCH)) {
    const { rows } = await sql<{ id: string }>`select md5(name)::uuid as id
      from unnest(${batch}::text[]) as name`.execute(ctx.tx);
    const stored = await listProfiles(
      ctx,
      rows.map((row) => row.id),
    );
    const order = (dimension: (typeof stored)[number]['dimension']) => DIMENSIONS.indexOf(dimension);
    const profiles = stored
      .sort((a, b) => order(a.dimension) - order(b.dimension))
      .map((row) => ({ ...row, isDefault: row.defaultTarget }));
    const computed = Map.groupBy(profiles, (row) => row.employeeId);
    const people = [...computed].map(([employeeId, rows]) => ({ employeeId, rows: rows as never }));
    const places = await listPersonPlaces(ctx, [...computed.keys()], method.today);
    await refreshPersonFigures(ctx, people, { places, method, stamp });
  }
  await refreshCells(ctx, new Set(teamIds), { method, stamp, watermark: 0 });
  await upsertCapabilityState(ctx, { ...stamp, sourceWatermark: 0 });
}
