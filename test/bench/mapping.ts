import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createDatabase, type Database } from '#db/database';
import { startEmbedded } from '#db/embedded/embedded-server';
import { migrate } from '#db/migrate';
import { connectSystem, withSystem } from '#db/system';
import { type TenantContext, withTenant } from '#db/tenancy';
import { registerTenantKeys } from '#db/tenant-keys';
import { migrateWorkerSchema } from '#jobs/worker-schema';
import { scoreBatches } from '~/matching/score-batches';
import { createTitleMatching } from '~/matching/title-matching';
import { planOnetRelease } from '~/modules/occupations/commands/import-onet-plan';
import { importOnetRelease } from '~/modules/occupations/commands/import-onet-release';
import { openOnetSource } from '~/modules/occupations/commands/import-onet-source';
import { prepareScoring, storeScores } from '~/modules/occupations/commands/score-titles';
import { DEFAULT_LIMIT } from '~/modules/occupations/domain/titles/match-title';
import { getMappingInbox } from '~/modules/occupations/queries/mapping-inbox';
import { createOrganization } from '~/modules/organizations/commands/create-organization';
import { importEmployees } from '~/modules/people/commands/import-employees';
import { BENCH_LIMIT_MS } from './bench-size';
import { noisyQuestions } from './titles/question-sets';
import { RELEASE_FOLDER, readOnetTitles } from './titles/read-onet';

const TITLES = 2_000;
/** People of each title. */
const EACH = 5;
const DAY = '2026-11-22';
const KEY = { keyId: 'bench', secret: Buffer.alloc(32, 7) };
const actor = { kind: 'operator', id: 'bench' } as const;

/**
 * What it takes until 2,000 distinct titles of 10,000 people stand in the mapping inbox: matching them and storing the
 * scores, then reading the whole list, beside the bare matcher over the same titles in the same run.
 */
export async function benchMapping(): Promise<void> {
  const training = readOnetTitles(RELEASE_FOLDER);
  if (!training) return console.log(`Not run: there is no release in ${RELEASE_FOLDER}.`);
  const asked = noisyQuestions(training, { seed: 31, each: TITLES }).map(({ title }) => title.trim());
  const titles = [...new Set(asked)].filter((title) => title !== '').slice(0, TITLES);
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'cadre-bench-'));
  const server = await startEmbedded({ dataDir, log: () => {} });
  try {
    await migrateWorkerSchema(server.urls.owner);
    const system = connectSystem(server.urls.owner);
    await migrate(system);
    await registerTenantKeys(system, [KEY]);
    const source = await openOnetSource(RELEASE_FOLDER);
    const plan = await planOnetRelease(source);
    await withSystem(system, (ctx) => importOnetRelease(ctx, plan));
    await source.close();
    await system.close();
    const { app: appUrl, auth: authUrl } = server.urls;
    const database = createDatabase({
      appUrl,
      authUrl,
      tenantKey: KEY,
      applicationName: 'bench',
      poolSize: 2,
    });
    await measure(database, titles);
    await database.close();
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measure(database: Database, titles: readonly string[]): Promise<void> {
  const organization = { slug: 'bench', name: 'Bench', timeZone: 'Europe/Amsterdam' };
  const organizationId = await createOrganization(database, organization);
  const run = <T>(work: (ctx: TenantContext) => Promise<T>) =>
    withTenant(database, { organizationId, actor, limitMs: BENCH_LIMIT_MS }, work);
  await run((ctx) =>
    importEmployees(ctx, { file: 'people.csv', text: people(titles), today: DAY, importedBy: 'HR' }),
  );
  const matching = createTitleMatching((error) => console.error(error));
  const open = await run((ctx) => matching.open(ctx));
  await matching.settled();
  const scored = await seconds(async () => {
    const unscored = await run(prepareScoring);
    await scoreBatches(unscored?.titles ?? [], {
      match: (batch) => open.match(batch, DEFAULT_LIMIT),
      store: (matches) => run((ctx) => storeScores(ctx, unscored?.releaseKey ?? '', matches)),
    });
  });
  const inbox = (limit: number) =>
    run((ctx) =>
      getMappingInbox(ctx, { day: DAY, teamIds: null, filter: 'review', query: '', page: 1, limit }),
    );
  const whole = await seconds(() => inbox(TITLES));
  const page = await seconds(() => inbox(50));
  await matching.close();
  // A matcher of its own: a matcher remembers words, and the second pass over the same titles would be the faster one.
  const other = createTitleMatching((error) => console.error(error));
  const alone = await run((ctx) => other.open(ctx));
  await other.settled();
  const bare = await seconds(() => alone.match(titles, DEFAULT_LIMIT));
  await other.close();
  const first = scored + whole;
  console.log(
    `mapping, ${titles.length.toLocaleString('en')} titles of ${(titles.length * EACH).toLocaleString('en')} people: ` +
      `bare matcher ${bare.toFixed(2)} s; matched, stored and presented whole ${first.toFixed(2)} s, ratio ${(first / bare).toFixed(2)}; ` +
      `presented again whole ${whole.toFixed(2)} s, ratio ${(whole / bare).toFixed(2)}; a page of 50 ${page.toFixed(2)} s`,
  );
}

function people(titles: readonly string[]): string {
  const lines = titles.flatMap((title, at) =>
    Array.from(
      { length: EACH },
      (_, one) => `E${at}-${one},Person ${at}-${one},,"${title.replaceAll('"', '""')}",Team`,
    ),
  );
  return ['external_id,name,email,title,team', ...lines, ''].join('\n');
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return (performance.now() - startedAt) / 1_000;
}
