import { sql } from 'kysely';
import type { Database } from '#db/database';
import { connectSystem, withSystem } from '#db/system';
import { type TenantContext, withTenant } from '#db/tenancy';
import { NO_FILTER } from '~/modules/capability/domain/heatmap-filter';
import { getHeatmap, type HeatmapQuery } from '~/modules/capability/queries/get-heatmap';
import { withTrend } from '~/modules/capability/queries/get-heatmap-change';
import { createOrganization } from '~/modules/organizations/commands/create-organization';
import { computeRows, type Grown, growPeople, PEOPLE } from './heatmap/grow';
import { plainFigures } from './heatmap/plain-sql';
import { withBenchDatabase } from './with-bench-database';

const TIMES = 30;
const PLAIN_TIMES = 5;
const TREND_TIMES = 10;
const actor = { kind: 'operator', id: 'bench' } as const;
const OCCUPATION = '33-9005.00';

/** What a view of the heatmap costs in an organization of 100,000, beside the same figures straight from profiles. */
export async function benchHeatmap(): Promise<void> {
  await withBenchDatabase(measure);
}

async function measure(database: Database, ownerUrl: string): Promise<void> {
  const organizationId = await createOrganization(database, {
    ...{ slug: 'bench', name: 'Bench', timeZone: 'Europe/Amsterdam' },
  });
  const run = <T>(work: (ctx: TenantContext) => Promise<T>, readOnly = false) =>
    withTenant(database, { organizationId, actor, readOnly, limitMs: 900_000 }, work);
  const grown = await run(growPeople);
  await run((ctx) => computeRows(ctx, grown));
  // What autovacuum does within a minute.
  const owner = connectSystem(ownerUrl);
  await withSystem(owner, ({ tx }) => sql`analyze`.execute(tx));
  await owner.close();
  const viewer = {
    ...({
      kind: 'user',
      id: 'bench',
      name: 'Bench',
      role: 'hr_partner',
      teamScope: [],
      employeeId: null,
    } as const),
    organization: { id: organizationId, slug: 'bench', name: 'Bench' },
  };
  for (const [name, asked] of questions(grown)) {
    const query: HeatmapQuery = {
      ...{ viewer, reach: 'all', parentId: null, rows: 'team', limit: 100, after: null, ...asked },
    };
    const ours = await timed(TIMES, () => run((ctx) => getHeatmap(ctx, query)));
    const isCounted = query.rows !== 'person' && (query.rows !== 'team' || query.filter !== undefined);
    const plain = isCounted
      ? await timed(PLAIN_TIMES, () =>
          run((ctx) => plainFigures(ctx, { ...NO_FILTER, ...query.filter }), true),
        )
      : null;
    print(name, ours, plain);
  }
  await run(keepMonthEnd);
  const query: HeatmapQuery = {
    ...{ viewer, reach: 'all', parentId: null, rows: 'team', limit: 100, after: null },
  };
  const trend = await timed(TREND_TIMES, () =>
    run(async (ctx) => withTrend(ctx, await getHeatmap(ctx, query), { query, since: null })),
  );
  print('trend of the top teams since a month end', trend, null);
}

/** A release of last month with today's figures: what a trend compares with. */
async function keepMonthEnd(ctx: TenantContext): Promise<void> {
  const organization = sql`${ctx.organizationId}::uuid`;
  const { rows } = await sql<{ id: string }>`
    insert into releases (organization_id, release_id, sequence, as_of, reason, suppression_k, formula_version, made_at)
    values (${organization}, gen_random_uuid(), 1, current_date - 200, 'month_end', 5, 'bench', now())
    returning release_id as id`.execute(ctx.tx);
  await sql`
    insert into release_groups (organization_id, release_id, group_id, name)
    select ${organization}, ${rows[0]?.id}::uuid, team_id, team_id::text from teams
     where organization_id = ${organization}`.execute(ctx.tx);
  await sql`
    insert into release_people (organization_id, release_id, employee_id, group_id, levels, targets, ratings)
    select ${organization}, ${rows[0]?.id}::uuid, employee_id, team_id, levels, targets, array[]::text[]
      from person_figures where organization_id = ${organization}`.execute(ctx.tx);
}

function questions({ teamIds, siteIds }: Grown): readonly [string, Partial<HeatmapQuery>][] {
  const filter = (names: Partial<typeof NO_FILTER>) => ({ filter: { ...NO_FILTER, ...names } });
  const site = siteIds[3] ?? null;
  const team = teamIds[1] ?? null;
  return [
    ['top teams as stored', {}],
    ['top teams, kind', filter({ kind: 'employee' })],
    ['top teams, site and occupation', filter({ site, occupation: OCCUPATION })],
    ['teams beneath a team, band', { parentId: team, ...filter({ band: '2' }) }],
    ['sites', { rows: 'site' }],
    ['sites, available and kind', { rows: 'site', ...filter({ kind: 'employee', available: 'yes' }) }],
    ['occupations', { rows: 'occupation' }],
    ['occupations, one team', { rows: 'occupation', ...filter({ team }) }],
    ['bands, all filters', { rows: 'band', ...filter({ team, site, kind: 'employee', available: 'yes' }) }],
    ['people by name', { rows: 'person' }],
    [
      'people by level',
      { rows: 'person', order: { by: { dimension: 'leadership', figure: 'level' }, down: true } },
    ],
    ['people by name, row 50,000', { rows: 'person', offset: PEOPLE / 2 }],
  ];
}

/** Median and 95th percentile in milliseconds. */
type Times = readonly [median: number, slow: number];

async function timed(times: number, work: () => Promise<unknown>): Promise<Times> {
  const taken: number[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    const started = performance.now();
    await work();
    taken.push(performance.now() - started);
  }
  taken.sort((a, b) => a - b);
  return [taken[Math.floor(times / 2)] ?? 0, taken[Math.floor(times * 0.95)] ?? 0];
}

function print(name: string, [median, slow]: Times, plain: Times | null): void {
  const beside = plain
    ? `; plain SQL p50 ${plain[0].toFixed(0)} ms, ratio ${(median / plain[0]).toFixed(2)}`
    : '';
  console.log(`heatmap, ${PEOPLE}: ${name}: p50 ${median.toFixed(1)} ms, p95 ${slow.toFixed(1)} ms${beside}`);
}
