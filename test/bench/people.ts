import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '#db/database';
import { connectSystem, withSystem } from '#db/system';
import { type TenantContext, withTenant } from '#db/tenancy';
import { createOrganization } from '~/modules/organizations/commands/create-organization';
import { writePeopleCursor } from '~/modules/people/domain/people-cursor';
import { EVERYBODY_PRESENT, type PeopleFilter, type PeopleSort } from '~/modules/people/domain/people-filter';
import { listPeople } from '~/modules/people/queries/list-people';
import { BENCH_LIMIT_MS } from './bench-size';
import { withBenchDatabase } from './with-bench-database';

const PEOPLE = 100_000;
const TEAMS = 2_000;
const TIMES = 30;
const PAGE = 100;
const actor = { kind: 'operator', id: 'bench' } as const;
const viewer = { teamScope: [], employeeId: null };

/** What a page of the list of people costs in an organization of 100,000, beside a bare select of 100 of the rows. */
export async function benchPeople(): Promise<void> {
  await withBenchDatabase(measure);
}

async function measure(database: Database, ownerUrl: string): Promise<void> {
  const organizationId = await createOrganization(database, {
    ...{ slug: 'bench', name: 'Bench', timeZone: 'Europe/Amsterdam' },
  });
  const run = <T>(work: (ctx: TenantContext) => Promise<T>, readOnly = true) =>
    withTenant(database, { organizationId, actor, readOnly, limitMs: BENCH_LIMIT_MS }, work);
  const teams = Array.from({ length: TEAMS }, () => randomUUID());
  await run((ctx) => grow(ctx, teams), false);
  // What autovacuum does within a minute.
  const owner = connectSystem(ownerUrl);
  await withSystem(owner, ({ tx }) => sql`analyze`.execute(tx));
  await owner.close();
  const team = teams[1] ?? '';
  const bare = await timed(() => run(bareRows));
  print('bare select of 100 rows', bare, bare);
  const asked: readonly [string, Asked][] = [
    ['first page', {}],
    ['page 500', { index: PAGE * 499 }],
    ['by team', { sort: 'team' }],
    ['by title', { sort: 'title' }],
    ['search, rare', { filter: { query: 'name 77777' } }],
    ['search, common', { filter: { query: 'guard' } }],
    ['search, nobody', { filter: { query: 'nobody like that' } }],
    ['one team with 9 beneath', { filter: { team } }],
    ['occupation', { filter: { occupation: '33-9032.00' } }],
    ['band', { filter: { band: 3 } }],
    ['unmapped', { filter: { unmapped: true } }],
    ['all statuses', { filter: { status: 'all' } }],
    ['left', { filter: { status: 'left' } }],
  ];
  for (const [name, question] of asked)
    print(name, await timed(() => run((ctx) => page(ctx, question))), bare);
}

interface Asked {
  readonly filter?: Partial<PeopleFilter>;
  readonly sort?: PeopleSort;
  /** Row at which the page begins, reached by the keys of the row before it. */
  readonly index?: number;
}

async function page(ctx: TenantContext, { filter = {}, sort = 'name', index }: Asked): Promise<void> {
  const keys = [`name ${String(index ?? 0).padStart(6, '0')}`, '00000000-0000-0000-0000-000000000000'];
  const place = { direction: 'after', sort, index: index ?? 0, total: PEOPLE, keys } as const;
  const cursor = index === undefined ? null : writePeopleCursor(place);
  const { rows } = await listPeople(ctx, {
    ...{ viewer, reach: 'all', asOf: null, limit: PAGE, sort, cursor, counted: true },
    filter: { ...EVERYBODY_PRESENT, ...filter },
  });
  if (rows.length === 0 && filter.query !== 'nobody like that') throw new Error('the page is empty');
}

async function bareRows({ tx }: TenantContext): Promise<void> {
  await tx.selectFrom('employees').select(['employeeId', 'name', 'externalId']).limit(PAGE).execute();
}

/** Median and 95th percentile in milliseconds. */
type Times = readonly [median: number, slow: number];

async function timed(work: () => Promise<unknown>): Promise<Times> {
  const times: number[] = [];
  for (let turn = 0; turn < TIMES; turn += 1) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  return [times[Math.floor(TIMES / 2)] ?? 0, times[Math.floor(TIMES * 0.95)] ?? 0];
}

function print(name: string, [median, slow]: Times, bare: Times): void {
  const figures = `p50 ${median.toFixed(1)} ms, p95 ${slow.toFixed(1)} ms, ratio ${(median / bare[0]).toFixed(1)}`;
  console.log(`people, ${PEOPLE}: ${name}: ${figures}`);
}

/** Teams of ten, each under the first of its ten; people spread over them by number, one in 20 left, one in 10 unmapped. */
async function grow({ tx, organizationId }: TenantContext, teams: readonly string[]): Promise<void> {
  const of = sql`${organizationId}::uuid`;
  await sql`insert into teams (organization_id, team_id, name)
    select ${of}, id, 'Team ' || lpad(n::text, 4, '0')
      from unnest(${teams}::uuid[]) with ordinality as t(id, n)`.execute(tx);
  await sql`insert into team_parents (organization_id, team_id, parent_id, valid_from)
    select ${of}, id, case when n % 10 = 2 then null else (${teams}::uuid[])[(n - 2) / 10 * 10 + 2] end, '2020-01-01'
      from unnest(${teams}::uuid[]) with ordinality as t(id, n) where n >= 2`.execute(tx);
  await sql`insert into team_parents (organization_id, team_id, parent_id, valid_from)
    values (${of}, ${teams[0]}::uuid, null, '2020-01-01')`.execute(tx);
  const id = sql`md5('person ' || n)::uuid`;
  const numbers = sql`generate_series(1, ${sql.lit(PEOPLE)}) as n`;
  await sql`insert into employees (organization_id, employee_id, external_id, name, email, started_on)
    select ${of}, ${id}, 'E' || n, 'Name ' || lpad(((n * 7919) % ${sql.lit(PEOPLE)})::text, 6, '0'),
           'p' || n || '@example.test', '2020-01-01' from ${numbers}`.execute(tx);
  await sql`insert into employments (organization_id, employee_id, valid_from, title, team_id, manager_id, status)
    select ${of}, ${id}, '2020-01-01', case when n % 3 = 0 then 'Guard ' else 'Officer ' end || n % 200,
           (${teams}::uuid[])[1 + n % ${sql.lit(TEAMS)}],
           case when n > 10 then md5('person ' || n / 10)::uuid end, case when n % 20 = 0 then 'left' else 'active' end
      from ${numbers}`.execute(tx);
  await sql`insert into employee_occupations (organization_id, employee_id, soc, valid_from, role_band, confirmed_by)
    select ${of}, ${id}, case when n % 4 = 0 then '33-9032.00' else '33-1091.00' end, '2020-01-01', 1 + n % 4, 'bench'
      from ${numbers} where n % 10 <> 0`.execute(tx);
}
