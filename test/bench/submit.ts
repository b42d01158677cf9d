import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { createDatabase, type Database } from '#db/database';
import { attachEmbedded } from '#db/embedded/attach-embedded';
import { connectSystem, withSystem } from '#db/system';
import { type TenantContext, withTenant } from '#db/tenancy';
import { startCadre } from '#test/e2e/cadre/start-cadre';
import { readEnvironment } from '~/env.server';
import { createApiToken } from '~/modules/organizations/commands/create-api-token';
import { createOrganization } from '~/modules/organizations/commands/create-organization';
import { organizationDay } from '~/modules/organizations/queries/organization-day';
import { readSecrets } from '~/secrets.server';
import { BENCH_LIMIT_MS } from './bench-size';
import {
  expectedLevel,
  growPeople,
  growRaters,
  insertRatings,
  RATED,
  type Raters,
} from './submit/grow-raters';
import { postRatings } from './submit/post-ratings';
import { quantile } from './submit/quantile';
import { signInRaters } from './submit/sign-in-raters';
import { submitAs } from './submit/submit-as';

const PEOPLE = 2_000;
/** Raters who submit at the pace that is asked: 2,000 in ten minutes. */
const PACED = 150;
const NEEDED_PER_SECOND = PEOPLE / 600;
const AT_ONCE = 8;
/** Has no divisor in common with the people: each comes once, and managers of ten are spread among the others. */
const STRIDE = 1_237;
/** Each so many raters sends the form twice at the same moment. */
const TWICE = 20;
const actor = { kind: 'operator', id: 'bench' } as const;

/**
 * 2,000 raters submit at the end of a cycle, over HTTP, to a Cadre of its own: web process, worker process and embedded
 * PostgreSQL, with the client on the same machine. First at the pace that ten minutes ask, then as fast as eight at a time
 * are answered; at the end every level is looked for in profiles and heatmap. Beside it: the same rows by bare SQL.
 */
export async function benchSubmit(): Promise<void> {
  const cadre = await startCadre();
  const dataDir = path.dirname(cadre.signInsFile);
  const urls = attachEmbedded({ dataDir });
  if (!urls) throw new Error('the database of the bench is not there');
  const secrets = readSecrets(readEnvironment({ NODE_ENV: 'production', DATA_DIR: dataDir }));
  const database = createDatabase({
    ...{ appUrl: urls.app, authUrl: urls.auth, tenantKey: secrets.tenantKeys[0] },
    ...{ applicationName: 'bench', poolSize: 4 },
  });
  try {
    await measure(database, { owner: urls.owner, baseUrl: cadre.baseUrl });
  } finally {
    await database.close();
    await cadre.stop();
  }
}

interface Place {
  readonly owner: string;
  readonly baseUrl: string;
}

async function measure(database: Database, { owner, baseUrl }: Place): Promise<void> {
  const organizationId = await newOrganization(database, 'bench');
  const run = runner(database, organizationId);
  const today = await run(organizationDay);
  const bare = await bareInserts(database, today);
  const raters = await run((ctx) => growRaters(ctx, PEOPLE, today));
  const system = connectSystem(owner);
  // What autovacuum does within a minute.
  await withSystem(system, ({ tx }) => sql`analyze`.execute(tx));
  await system.close();
  const cookies = await signInRaters(database, { organizationId, people: PEOPLE });
  let busy = 0;
  const submit = (rater: number) => {
    const twice = rater % TWICE === 0;
    return submitAs({ baseUrl, cookie: cookies[rater - 1] ?? '', raters, rater, twice, busy: () => busy++ });
  };

  const paced = await submitPaced(run, submit);
  print('at the asked pace, answered', paced.answered);
  print('at the asked pace, from sending until it is in profile and heatmap', paced.visible);
  const begun = performance.now();
  const fast = await submitFast(submit);
  const seconds = (performance.now() - begun) / 1_000;
  const rate = fast.length / seconds;
  print('eight at a time, answered', fast);
  console.log(
    `submit: ${fast.length} raters in ${seconds.toFixed(1)} s, ${rate.toFixed(1)} a second, ${(rate / NEEDED_PER_SECOND).toFixed(1)} times the ${NEEDED_PER_SECOND.toFixed(2)} that are needed; the same rows by bare SQL ${bare.toFixed(1)} s for all ${PEOPLE}, ratio ${((seconds * PEOPLE) / fast.length / bare).toFixed(1)}`,
  );
  console.log(`submit: ${busy} times the server was too busy (503), and the form was sent again`);
  const lag = await untilComputed(run);
  console.log(`submit: everything is in the figures ${lag.toFixed(1)} s after the last answer`);
  await requireEverything(run, raters);
  const token = await createApiToken(database, {
    ...{ organizationId, name: 'bench', role: 'hr_partner' as const, teamScope: [], days: 1 },
  });
  await requireHeatmap({ token, baseUrl, raters });
  const [first, again] = await postRatings({ token, baseUrl, raters, day: today });
  console.log(
    `submit: the API takes 9,999 ratings of 909 people in ${first.toFixed(0)} ms, and ${again.toFixed(0)} ms when they come again`,
  );
}

async function newOrganization(database: Database, slug: string): Promise<string> {
  return createOrganization(database, { slug, name: slug, timeZone: 'Europe/Amsterdam' });
}

type Run = <T>(work: (ctx: TenantContext) => Promise<T>) => Promise<T>;
const runner =
  (database: Database, organizationId: string): Run =>
  (work) =>
    withTenant(database, { organizationId, actor, limitMs: BENCH_LIMIT_MS }, work);

/** Seconds that the rows of all submissions take by bare SQL, one transaction for each rater, one after the other. */
async function bareInserts(database: Database, today: string): Promise<number> {
  const run = runner(database, await newOrganization(database, 'bench-bare'));
  await run((ctx) => growPeople(ctx, PEOPLE));
  const begun = performance.now();
  for (let rater = 1; rater <= PEOPLE; rater += 1)
    await run((ctx) => insertRatings(ctx, { cycleId: null, people: PEOPLE, today, rater }, 'submitted'));
  return (performance.now() - begun) / 1_000;
}

type Submit = (rater: number) => Promise<number>;
/** The number of the rater at a place of the order in which they submit. */
const raterAt = (at: number) => 1 + ((at * STRIDE) % PEOPLE);

async function submitPaced(run: Run, submit: Submit): Promise<{ answered: number[]; visible: number[] }> {
  const answered: number[] = [];
  const visible: number[] = [];
  const begun = performance.now();
  const one = async (at: number) => {
    const rater = raterAt(at);
    await pause(Math.max(0, begun + (at / NEEDED_PER_SECOND) * 1_000 - performance.now()));
    const sent = performance.now();
    answered.push(await submit(rater));
    while (!(await run((ctx) => isVisible(ctx, rater)))) await pause(10);
    visible.push(performance.now() - sent);
  };
  await Promise.all(Array.from({ length: PACED }, (_, at) => one(at)));
  return { answered, visible };
}

/** Whether what a rater says of themselves or their ten is computed: profiles and cells are stored together. */
async function isVisible({ tx, organizationId }: TenantContext, rater: number): Promise<boolean> {
  const { rows } = await sql`select 1 from profiles
    where organization_id = ${organizationId}::uuid and employee_id = md5(${String(rater)}::text || 'person')::uuid
      and dimension = 'leadership' and level is not null limit 1`.execute(tx);
  return rows.length > 0;
}

async function submitFast(submit: Submit): Promise<number[]> {
  const times: number[] = [];
  let next = PACED;
  const one = async () => {
    for (let at = next++; at < PEOPLE; at = next++) times.push(await submit(raterAt(at)));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return times;
}

/** Seconds until no person and no team waits to be computed. */
async function untilComputed(run: Run): Promise<number> {
  const begun = performance.now();
  const waiting = ({ tx, organizationId }: TenantContext) =>
    sql`select 1 from dirty_people where organization_id = ${organizationId}::uuid limit 1`.execute(tx);
  while ((await run(waiting)).rows.length > 0) await pause(50);
  return (performance.now() - begun) / 1_000;
}

/** Throws unless every draft is submitted, once, and every profile holds the level that counts. */
async function requireEverything(run: Run, { cycleId, people }: Raters): Promise<void> {
  const states = await run(({ tx }) =>
    tx
      .selectFrom('assessments')
      .select((eb) => ['state', eb.fn.countAll<string>().as('count')])
      .where('cycleId', '=', cycleId)
      .groupBy('state')
      .execute(),
  );
  const wanted = people + people - 9;
  const found = states.map(({ state, count }) => `${state} ${count}`).join(', ');
  if (found !== `submitted ${wanted}`) throw new Error(`not everything is submitted once: ${found}`);
  const profiles = await run(({ tx, organizationId }) =>
    sql<{ number: number; dimension: string; level: number | null }>`
      select substr(e.external_id, 2)::int as number, p.dimension, p.level
        from employees e join profiles p on p.organization_id = e.organization_id and p.employee_id = e.employee_id
       where e.organization_id = ${organizationId}::uuid and p.dimension <> 'mastery'`.execute(tx),
  );
  const places = new Map<string, number>(RATED.map((dimension, at) => [dimension, at]));
  const wrong = profiles.rows.filter(
    ({ number, dimension, level }) => level !== expectedLevel(number, places.get(dimension) ?? 0),
  );
  if (profiles.rows.length !== people * RATED.length || wrong.length > 0)
    throw new Error(`${profiles.rows.length} cells of profiles, ${wrong.length} of them wrong`);
  console.log(
    `submit: ${wanted} assessments submitted, none twice; ${profiles.rows.length} levels of profiles are right`,
  );
}

interface Whole extends Pick<Place, 'baseUrl'> {
  readonly token: string;
  readonly raters: Raters;
}

/** Throws unless the heatmap, as the API gives it, counts everybody under the level that is expected. */
async function requireHeatmap({ token, baseUrl, raters }: Whole): Promise<void> {
  const answer = await fetch(`${baseUrl}/api/v1/heatmap?rows=team`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  const { rows } = (await answer.json()) as {
    rows: { id: string; cells: { dimension: string; distribution: number[] }[] }[];
  };
  const top = rows.find(({ id }) => id === raters.topTeam);
  for (const [at, dimension] of RATED.entries()) {
    const expected = [0, 0, 0, 0, 0];
    for (let number = 1; number <= raters.people; number += 1)
      expected[expectedLevel(number, at)] = (expected[expectedLevel(number, at)] ?? 0) + 1;
    const shown = top?.cells.find((cell) => cell.dimension === dimension)?.distribution;
    if (String(shown) !== String(expected)) throw new Error(`${dimension}: ${shown}, not ${expected}`);
  }
  console.log(`submit: the heatmap's ${RATED.length} cells of the whole organization count everybody once`);
}

function print(what: string, times: readonly number[]): void {
  const [median, slow] = [quantile(times, 0.5), quantile(times, 0.95)];
  console.log(
    `submit, ${what}: p50 ${median.toFixed(0)} ms, p95 ${slow.toFixed(0)} ms, of ${times.length} raters`,
  );
}
