import { sql } from 'kysely';
import type { Database } from '#db/database';
import { connectSystem, withSystem } from '#db/system';
import { type TenantContext, withTenant } from '#db/tenancy';
import { NO_FILTER } from '~/modules/capability/domain/heatmap-filter';
import { getHeatmap, type HeatmapQuery } from '~/modules/capability/queries/get-heatmap';
import { withTrend } from '~/modules/capability/queries/get-heatmap-change';
import { createOrganization } from '~/modules/organizations/commands/create-organization';
import { BENCH_LIMIT_MS, type BenchSize } from './bench-size';
import { computeRows, type Grown, growPeople } from './heatmap/grow';
import { plainFigures, plainScan } from './heatmap/plain-sql';
import { withBenchDatabase } from './with-bench-database';

const TIMES = 30;
const PLAIN_TIMES = 3;
const TREND_TIMES = 10;
const actor = { kind: 'operator', id: 'bench' } as const;
const OCCUPATION = '33-9005.00';

/**
 * What a view of the heatmap costs, under any filters, beside the same figures straight from profiles and beside one plain
 * scan of the compact rows; and how long the first such view of a process takes, which reads them all.
 */
export async function benchHeatmap({ people = 100_000 }: BenchSize = {}): Promise<void> {
  await withBenchDatabase((database, ownerUrl) => measure(database, ownerUrl, people));
}

async function measure(database: Database, ownerUrl: string, people: number): Promise<void> {
  const print = printerOf(people);
  const organizationId = await createOrganization(database, {
    ...{ slug: 'bench', name: 'Bench', timeZone: 'Europe/Amsterdam' },
  });
  const run = <T>(work: (ctx: TenantContext) => Promise<T>, readOnly = false) =>
    withTenant(database, { organizationId, actor, readOnly, limitMs: BENCH_LIMIT_MS }, work);
  const grown = await run((ctx) => growPeople(ctx, people));
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
  const scan = await timed(TIMES, () => run(plainScan, true));
  print('plain scan of the compact rows', scan, null);
  const top: HeatmapQuery = {
    ...{ viewer, reach: 'all', parentId: null, rows: 'team', limit: 100, after: null },
  };
  const sites: HeatmapQuery = { ...top, rows: 'site' };
  print(
    'sites, the first time in this process',
    await timed(1, () => run((ctx) => getHeatmap(ctx, sites), true)),
    null,
  );
  for (const [name, asked] of questions(grown, people)) {
    const query: HeatmapQuery = { ...top, ...asked };
    const ours = await timed(TIMES, () => run((ctx) => getHeatmap(ctx, query), true));
    const isCounted = query.rows !== 'person' && (query.rows !== 'team' || query.filter !== undefined);
    const plain = isCounted
      ? await timed(PLAIN_TIMES, () =>
          run((ctx) => plainFigures(ctx, { ...NO_FILTER, ...query.filter }), true),
        )
      : null;
    print(name, ours, plain);
  }
  await run(keepMonthEnd);
  const trend = await timed(TREND_TIMES, () =>
    run(async (ctx) => withTrend(ctx, await getHeatmap(ctx, top), { query: top, since: null })),
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

type Question = readonly [name: string, asked: Partial<HeatmapQuery>];

/** No filter, each by itself, pairs and three together, over rows of each kind. */
function questions({ teamIds, siteIds }: Grown, people: number): readonly Question[] {
  const team = teamIds[1] ?? null;
  const each = {
    ...{ team, site: siteIds[3] ?? null, occupation: OCCUPATION, band: '2' },
    ...{ kind: 'employee', available: 'yes' },
  } as const;
  const filter = (...names: (keyof typeof each)[]) => ({
    filter: { ...NO_FILTER, ...Object.fromEntries(names.map((name) => [name, each[name]])) },
  });
  const names = Object.keys(each) as (keyof typeof each)[];
  const combined: readonly (keyof typeof each)[][] = [
    ...names.map((name) => [name]),
    ...names.flatMap((first, at) => names.slice(at + 1).map((second) => [first, second])),
    ...[['kind', 'available', 'band'] as const, ['team', 'kind', 'available'] as const].map((all) => [
      ...all,
    ]),
    ...[['site', 'occupation', 'kind'] as const, ['occupation', 'band', 'available'] as const].map((all) => [
      ...all,
    ]),
  ];
  return [
    ['top teams as stored', {}],
    ...combined.map((all) => [`top teams, ${all.join(' and ')}`, filter(...all)] as const),
    ['teams beneath a team, band', { parentId: team, ...filter('band') }],
    ['sites', { rows: 'site' }],
    ['sites, kind and available', { rows: 'site', ...filter('kind', 'available') }],
    ['occupations', { rows: 'occupation' }],
    ['occupations, one team', { rows: 'occupation', ...filter('team') }],
    ['bands', { rows: 'band' }],
    ['bands, four filters', { rows: 'band', ...filter('team', 'site', 'kind', 'available') }],
    ['people by name', { rows: 'person' }],
    [
      'people by level',
      { rows: 'person', order: { by: { dimension: 'leadership', figure: 'level' }, down: true } },
    ],
    ['people by name, from the middle', { rows: 'person', offset: people / 2 }],
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

function printerOf(people: number) {
  return (name: string, [median, slow]: Times, plain: Times | null): void => {
    const beside = plain
      ? `; plain SQL p50 ${plain[0].toFixed(0)} ms, ratio ${(median / plain[0]).toFixed(2)}`
      : '';
    console.log(
      `heatmap, ${people} people: ${name}: p50 ${median.toFixed(1)} ms, p95 ${slow.toFixed(1)} ms${beside}`,
    );
  };
}
