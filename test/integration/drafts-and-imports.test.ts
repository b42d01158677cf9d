import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { answerContest } from '~/modules/assessments/commands/answer-contest';
import { importAssessments } from '~/modules/assessments/commands/import-assessments';
import { openContest } from '~/modules/assessments/commands/open-contest';
import { listStandingRatings } from '~/modules/assessments/queries/list-standing-ratings';
import { leftOutInWords } from '~/modules/assessments/ui/rating-words';
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { type RatingScene, ratingScene } from './rating-scene';

let db: TestDatabase;
let scene: RatingScene;
let mara: Viewer;
let cycleId: string;
let cycle: string;
let admin: postgres.Sql;
beforeAll(async () => {
  db = await openTestDatabase();
  admin = postgres(db.urls.admin, { max: 1, onnotice: () => {} });
});
afterAll(() => admin.end());
beforeEach(async () => {
  scene = await ratingScene(db);
  mara = scene.viewer('employee', 'M1');
  cycleId = await scene.newCycle({ people: ['P1'], selfManager: 'open' });
  cycle = `Cycle ${cycleId.slice(0, 6)}`;
});

const HEADER = 'employee_external_id,rater,rater_external_id,assessed_on,cycle,dimension,level,evidence';
const fileOf = (...lines: string[]) => ({
  file: 'ratings.csv',
  text: [HEADER, ...lines.map((line) => `P1,manager,M1,2026-11-21,${cycle},${line}`), ''].join('\n'),
  today: scene.today,
  importedBy: 'test',
});
const levels = () =>
  scene.inTenant(async ({ tx }) => {
    const rows = await tx
      .selectFrom('ratings')
      .innerJoin('assessments', 'assessments.assessmentId', 'ratings.assessmentId')
      .select(['dimension', 'level'])
      .where('cycleId', '=', cycleId)
      .where('state', '=', 'submitted')
      .orderBy('dimension')
      .execute();
    return rows.map(({ dimension, level }) => `${dimension} ${level}`);
  });
const words = () =>
  scene.inTenant(async ({ tx }) => {
    const rows = await tx
      .selectFrom('evidence')
      .innerJoin('assessments', 'assessments.assessmentId', 'evidence.assessmentId')
      .select('body')
      .where('cycleId', '=', cycleId)
      .where('state', '=', 'submitted')
      .orderBy('body')
      .execute();
    return rows.map(({ body }) => body);
  });

/** Until a transaction waits for another one's row. */
async function somebodyWaits(): Promise<void> {
  for (;;) {
    const [row] = await admin<{ n: number }[]>`
      select count(*)::int as n from pg_stat_activity
       where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0`;
    if ((row?.n ?? 0) > 0) return;
  }
}

it('a level that an import of an earlier moment brings to a draft begun after it is not lost', async () => {
  await scene.save(mara, { of: 'P1', cycleId, dimension: 'character', value: 1, evidence: 'the gate' });
  await scene.submit(mara, cycleId, 'P1');
  await scene.save(mara, { of: 'P1', cycleId, value: 3 });
  // Its transaction began before the draft, and ends after it.
  const earlier = new Date('2026-11-21T11:00:00Z');
  const given = fileOf('character,4,', 'leadership,0,', 'creativity,2,On the log');
  await db.tenant(scene.organizationId, (ctx) => importAssessments(ctx, given), earlier);
  await scene.submit(mara, cycleId, 'P1');
  expect(await levels()).toEqual(['character 4', 'creativity 2', 'leadership 3']);
  // What was said to the level before it goes with that.
  expect(await words()).toEqual(['On the log']);
});

it('a level imported where nothing was before is not lost, and one that the rater changed since is not undone', async () => {
  await scene.save(mara, { of: 'P1', cycleId, value: 3 });
  await scene.inTenant((ctx) => importAssessments(ctx, fileOf('leadership,0,', 'creativity,2,')));
  await scene.submit(mara, cycleId, 'P1');
  expect(await levels()).toEqual(['creativity 2', 'leadership 3']);
  // A second draft begins with all of it: nothing is copied again over what was emptied.
  const { cell } = await scene.save(mara, {
    of: 'P1',
    cycleId,
    dimension: 'creativity',
    revision: 999,
    value: 1,
  });
  await scene.save(mara, {
    of: 'P1',
    cycleId,
    dimension: 'creativity',
    revision: cell.revision,
    value: null,
  });
  await scene.save(mara, { of: 'P1', cycleId, dimension: 'character', value: 1 });
  await scene.submit(mara, cycleId, 'P1');
  expect(await levels()).toEqual(['character 1', 'leadership 3']);
});

it('a draft that begins while an import runs waits for it and begins with what it brought', async () => {
  await scene.save(mara, { of: 'P1', cycleId, dimension: 'character', value: 1 });
  await scene.submit(mara, cycleId, 'P1');
  const [stored, release] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const importing = scene.inTenant(async (ctx) => {
    await importAssessments(ctx, fileOf('character,4,'));
    stored.resolve();
    await release.promise;
  });
  await stored.promise;
  const saving = scene.save(mara, { of: 'P1', cycleId, value: 3 });
  await somebodyWaits();
  release.resolve();
  await Promise.all([importing, saving]);
  const [draft] = await scene.inTenant(({ tx }) =>
    tx
      .selectFrom('ratings')
      .innerJoin('assessments', 'assessments.assessmentId', 'ratings.assessmentId')
      .select('level')
      .where('state', '=', 'draft')
      .where('dimension', '=', 'character')
      .execute(),
  );
  expect(draft).toEqual({ level: 4 });
  await scene.submit(mara, cycleId, 'P1');
  expect(await levels()).toEqual(['character 4', 'leadership 3']);
});

describe('a rating that is withdrawn while a draft holds its copy', () => {
  const contestAndWithdraw = async (dimension: Dimension) => {
    const employeeId = scene.idOf('P1');
    const standing = await scene.inTenant((ctx) => listStandingRatings(ctx, employeeId));
    const { assessmentId = '' } =
      standing.find((one) => one.dimension === dimension && one.cycleId === cycleId) ?? {};
    const wish = { employeeId, dimension, assessmentId, statement: 'No.' };
    const contestId = await scene.inTenant((ctx) => openContest(ctx, scene.viewer('employee', 'P1'), wish));
    const answer = { contestId, decision: 'withdraw', answer: 'Yes.' };
    await scene.inTenant((ctx) => answerContest(ctx, scene.viewer('hr_partner', 'H1'), answer));
  };
  const ticked = () =>
    scene.inTenant(({ tx }) =>
      tx
        .selectFrom('tickedStatements')
        .innerJoin('assessments', 'assessments.assessmentId', 'tickedStatements.assessmentId')
        .select('statementId')
        .where('cycleId', '=', cycleId)
        .where('state', '=', 'submitted')
        .execute(),
    );

  it('does not come back when the draft is submitted, and the rater is told', async () => {
    await scene.save(mara, { of: 'P1', cycleId, dimension: 'character', value: 1, evidence: 'the gate' });
    await scene.save(mara, { of: 'P1', cycleId, dimension: 'creativity', value: 2 });
    await scene.submit(mara, cycleId, 'P1');
    await scene.save(mara, { of: 'P1', cycleId, value: 3 });
    await scene.inTenant(async ({ tx }) => {
      const draft = tx.selectFrom('assessments').select('assessmentId').where('state', '=', 'draft');
      const { assessmentId } = await draft.executeTakeFirstOrThrow();
      const tick = { assessmentId, dimension: 'character', statementId: randomUUID() };
      await tx.insertInto('tickedStatements').values(tick).execute();
    });
    await contestAndWithdraw('character');
    const answer = await scene.submit(mara, cycleId, 'P1');
    expect(answer).toMatchObject({ ratings: 2, leftOut: 1 });
    expect(leftOutInWords(answer.leftOut)).toContain('1 rating that was withdrawn');
    expect(await levels()).toEqual(['creativity 2', 'leadership 3']);
    expect(await words()).toEqual([]);
    expect(await ticked()).toEqual([]);
  });

  it('does not come back either where it was all that was submitted', async () => {
    await scene.save(mara, { of: 'P1', cycleId, dimension: 'character', value: 1 });
    await scene.submit(mara, cycleId, 'P1');
    await scene.save(mara, { of: 'P1', cycleId, value: 3 });
    await contestAndWithdraw('character');
    expect(await scene.submit(mara, cycleId, 'P1')).toMatchObject({ ratings: 1, leftOut: 1 });
    expect(await levels()).toEqual(['leadership 3']);
  });

  it('counts again once the rater says it anew, before or after', async () => {
    await scene.save(mara, { of: 'P1', cycleId, dimension: 'character', value: 1 });
    await scene.submit(mara, cycleId, 'P1');
    await scene.save(mara, { of: 'P1', cycleId, dimension: 'character', revision: 1, value: 2 });
    await contestAndWithdraw('character');
    expect(await scene.submit(mara, cycleId, 'P1')).toMatchObject({ ratings: 1, leftOut: 0 });
    expect(await levels()).toEqual(['character 2']);
  });
});
