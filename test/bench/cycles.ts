import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '#db/database';
import { connectSystem, withSystem } from '#db/system';
import { type TenantContext, withTenant } from '#db/tenancy';
import { markPeopleChanged } from '#jobs/mark-changed';
import { addCycleDraft } from '~/modules/assessments/commands/change-cycle-draft';
import { listDue } from '~/modules/assessments/commands/note-letters';
import { openCycle } from '~/modules/assessments/commands/open-cycle';
import { waitForOrder } from '~/modules/assessments/commands/wait-for-order';
import {
  insertReexpression,
  listTickedRatings,
  updateToUndone,
} from '~/modules/assessments/data/reexpressions';
import type { CycleFields } from '~/modules/assessments/domain/cycle';
import { getCyclePage } from '~/modules/assessments/queries/get-cycle-page';
import { listSeenCycles } from '~/modules/assessments/queries/list-seen-cycles';
import { orderWaiting } from '~/modules/capability/commands/order-waiting';
import { getAgreementPage } from '~/modules/capability/queries/get-agreement-page';
import { getCalibrationPage } from '~/modules/capability/queries/get-calibration-page';
import { createOrganization } from '~/modules/organizations/commands/create-organization';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { EVERYBODY_PRESENT } from '~/modules/people/domain/people-filter';
import { BENCH_LIMIT_MS } from './bench-size';
import { directorOfEverybody } from './cycles/director-of-everybody';
import { growCycles, PEOPLE, TICKED } from './cycles/grow-cycles';
import { withBenchDatabase } from './with-bench-database';

const TIMES = 9;
const actor = { kind: 'operator', id: 'bench' } as const;
const DAY = '2026-11-20';
const NOW = new Date(`${DAY}T12:00:00Z`);

type Work = (ctx: TenantContext) => Promise<unknown>;

/**
 * What the pages of cycles cost where 20,000 people are rated, beside a count in plain SQL of who is asked and what is
 * in, made in the same run; and how fast the worker puts disagreements in order.
 */
export async function benchCycles(): Promise<void> {
  await withBenchDatabase(measure);
}

async function measure(database: Database, ownerUrl: string): Promise<void> {
  const organizationId = await createOrganization(database, {
    ...{ slug: 'bench', name: 'Bench', timeZone: 'Europe/Amsterdam' },
  });
  const run = <T>(work: (ctx: TenantContext) => Promise<T>) =>
    withTenant(database, { organizationId, actor, limitMs: BENCH_LIMIT_MS, now: NOW }, work);
  const { open, closed } = await run(growCycles);
  const analyze = async () => {
    // What autovacuum does within a minute.
    const owner = connectSystem(ownerUrl);
    await withSystem(owner, ({ tx }) => sql`analyze`.execute(tx));
    await owner.close();
  };
  await analyze();
  const viewer: Viewer = {
    ...{ kind: 'user', id: randomUUID(), name: 'HR', role: 'hr_partner', teamScope: [], employeeId: null },
    organization: { id: organizationId, slug: 'bench', name: 'Bench' },
  };
  const plain = await timed(run, (ctx) => plainCount(ctx, open));
  const print = async (name: string, work: Work) => {
    const [median, slow] = await timed(run, work);
    const figures = `p50 ${median.toFixed(0)} ms, p95 ${slow.toFixed(0)} ms, ratio ${(median / plain[0]).toFixed(1)}`;
    console.log(`cycles, ${PEOPLE} people: ${name}: ${figures}`);
  };
  console.log(`cycles, ${PEOPLE} people: count in plain SQL: p50 ${plain[0].toFixed(0)} ms`);
  await print('page of the open cycle', (ctx) =>
    getCyclePage(ctx, viewer, { cycleId: open, team: null, nonRaters: [] }),
  );
  await print('list of cycles', (ctx) => listSeenCycles(ctx, viewer, []));
  await print('letters that are due', (ctx) => listDue(ctx, open, DAY));
  await directorOfEverybody({ run, print, analyze, viewer, open });
  await opening(run, viewer);
  await reexpress(run);
  await orderAll(run, closed);
  await analyze();
  const calibration = { viewer, reach: 'all', cycleId: closed, show: 'left', chosen: null } as const;
  await print('first page of the calibration queue', (ctx) =>
    getCalibrationPage(ctx, { ...calibration, page: 0 }),
  );
  await print('its page 1,000', (ctx) => getCalibrationPage(ctx, { ...calibration, page: 999 }));
  await print('agreement and severity', (ctx) =>
    getAgreementPage(ctx, { viewer, reach: 'all', cycleId: closed, pair: null }),
  );
}

/** The same question as the page's, as one would write it by hand. */
async function plainCount({ tx, organizationId }: TenantContext, cycleId: string): Promise<void> {
  await sql`select r.rater_kind, count(*), count(a.assessment_id)
    from cycle_raters r
    left join assessments a on a.organization_id = r.organization_id and a.cycle_id = r.cycle_id
         and a.employee_id = r.employee_id and a.rater_kind = r.rater_kind and a.state = 'submitted'
   where r.organization_id = ${organizationId}::uuid and r.cycle_id = ${cycleId}::uuid group by 1`.execute(
    tx,
  );
}

async function orderAll(
  run: (work: (ctx: TenantContext) => Promise<number>) => Promise<number>,
  cycleId: string,
) {
  const started = performance.now();
  await run(async (ctx) => {
    await waitForOrder(ctx, { cycleId });
    return 0;
  });
  let people = 0;
  for (let ordered = 1; ordered > 0; people += ordered) ordered = await run(orderWaiting);
  const seconds = (performance.now() - started) / 1_000;
  console.log(
    `cycles: disagreements of ${people} people put in order in ${seconds.toFixed(0)} s, ${(people / seconds).toFixed(0)} people a second`,
  );
}

/** How long the worker takes to open a cycle for everybody. */
async function opening(run: <T>(work: (ctx: TenantContext) => Promise<T>) => Promise<T>, viewer: Viewer) {
  const fields: CycleFields = {
    ...{ name: 'Winter', opensOn: DAY, closesOn: '2026-12-20', purpose: 'To plan training.' },
    instruments: ['durable', 'ai_use'],
    raterKinds: ['self', 'manager'],
    ...{ selfManager: 'blind', peerChoice: 'manager', peersAnonymous: true, remindDays: [7] },
    peopleFilter: EVERYBODY_PRESENT,
  };
  const cycleId = await run((ctx) => addCycleDraft(ctx, viewer, fields));
  const started = performance.now();
  const people = await run((ctx) => openCycle(ctx, { cycleId, revision: 1 }, { report: () => {} }));
  console.log(
    `cycles: opened for ${people} people in ${((performance.now() - started) / 1_000).toFixed(1)} s`,
  );
}

/** What applying and taking back a re-expression costs beside the comparison of the two versions, which grows with no rating. */
async function reexpress(run: <T>(work: (ctx: TenantContext) => Promise<T>) => Promise<T>): Promise<void> {
  const reexpressionId = randomUUID();
  const steps: readonly [string, (ctx: TenantContext) => Promise<number>][] = [
    [
      'applied',
      async (ctx) => {
        const ratings = await listTickedRatings(ctx, TICKED);
        const { soc, instrument, version: fromVersion } = TICKED;
        const one = { reexpressionId, soc, instrument, fromVersion, toVersion: 'v2', appliedBy: 'bench' };
        await insertReexpression(ctx, one, ratings);
        await markPeopleChanged(
          ctx,
          ratings.map(({ employeeId }) => employeeId),
        );
        return ratings.length;
      },
    ],
    [
      'taken back',
      async (ctx) => {
        const undone = await updateToUndone(ctx, reexpressionId, 'bench');
        await markPeopleChanged(ctx, undone?.employeeIds ?? []);
        return undone?.ratings ?? 0;
      },
    ],
  ];
  for (const [name, work] of steps) {
    const started = performance.now();
    const ratings = await run(work);
    console.log(
      `cycles: re-expression of ${ratings} ratings ${name} in ${((performance.now() - started) / 1_000).toFixed(1)} s`,
    );
  }
}

/** Median and slowest, in milliseconds. */
async function timed(run: (work: Work) => Promise<unknown>, work: Work): Promise<readonly [number, number]> {
  const times: number[] = [];
  for (let turn = 0; turn < TIMES; turn += 1) {
    const started = performance.now();
    await run(work);
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  return [times[Math.floor(TIMES / 2)] ?? 0, times.at(-1) ?? 0];
}
