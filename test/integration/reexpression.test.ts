import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { fixtureText, LER_FIXTURE } from '#test/fixtures/frameworks/read-framework-file';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { applyReexpression, undoReexpression } from '~/modules/assessments/commands/change-reexpression';
import { getAppliedReexpression } from '~/modules/assessments/queries/get-applied-reexpression';
import { listStandingRatings } from '~/modules/assessments/queries/list-standing-ratings';
import { previewReexpression } from '~/modules/assessments/queries/preview-reexpression';
import { markEverythingChanged } from '~/modules/capability/commands/mark-everything-changed';
import { getLevelHistory } from '~/modules/capability/queries/get-level-history';
import { importSharedFramework } from '~/modules/frameworks/commands/import-shared-framework';
import { parseLerJson } from '~/modules/frameworks/domain/parse-ler-json';
import { compareFrameworks } from '~/modules/frameworks/queries/compare-frameworks';
import { contestScene, type Scene } from './contest-scene';

const MASTERY = { soc: '33-9032.00', instrument: 'mastery' } as const;
const STEP = { ...MASTERY, from: 'v.26.04', to: 'v.26.05' } as const;
const OLDER = fixtureText(LER_FIXTURE);

let db: TestDatabase;
let scene: Scene;

/** The next version: half of the statements of Emerging moved up to Advanced. */
function newer(): string {
  const document = JSON.parse(OLDER);
  const { emerging, advanced } = document.framework.levels as Record<string, { statements: string[] }>;
  document.framework.version = STEP.to;
  const half = Math.ceil((emerging?.statements.length ?? 0) / 2);
  advanced?.statements.push(...(emerging?.statements.splice(0, half) ?? []));
  return JSON.stringify(document);
}

const fileOf = (name: string) => ({ name, checksum: createHash('sha256').update(name).digest('hex') });
const preview = () => scene.inTenant((ctx) => previewReexpression(ctx, STEP));
const apply = (moves: number) => scene.inTenant((ctx) => applyReexpression(ctx, { ...STEP, moves }));
const undo = (id: string) => scene.inTenant((ctx) => undoReexpression(ctx, { ...MASTERY, id }));
const profiles = () =>
  scene.inTenant(async (ctx) =>
    JSON.stringify(
      (
        await ctx.tx.selectFrom('profiles').selectAll().orderBy('employeeId').orderBy('dimension').execute()
      ).map(({ computedAt: _, ...row }) => row),
    ),
  );
const masteryOf = (of: string) =>
  scene.inTenant((ctx) =>
    ctx.tx
      .selectFrom('profiles')
      .select(['level', 'frameworkVersion'])
      .where('employeeId', '=', scene.idOf(of))
      .where('dimension', '=', 'mastery')
      .executeTakeFirstOrThrow(),
  );

beforeAll(async () => {
  db = await openTestDatabase();
  await importSharedFramework(db.system, parseLerJson(OLDER, 'old.json'), fileOf('old.json'));
  await importSharedFramework(db.system, parseLerJson(newer(), 'new.json'), fileOf('new.json'));
  scene = await contestScene(db);
  await scene.rate(
    [
      'employee_external_id,rater,rater_external_id,assessed_on,occupation,dimension,level,evidence',
      'P1,manager,M1,2026-10-05,,mastery,1,',
      'P2,manager,M1,2026-10-05,,mastery,3,',
      'P3,manager,M1,2026-10-05,,mastery,1,',
      '',
    ].join('\n'),
  );
  await scene.inTenant(async (ctx) => {
    const { difference } = await compareFrameworks(ctx, STEP);
    const moved = difference.moved.map(({ from }) => from.id);
    const stay = difference.same.filter(({ from }) => from.rank === 1).map(({ from }) => from.id);
    await ctx.tx
      .updateTable('assessments')
      .set({ frameworkVersions: sql`'{"mastery":"v.26.04"}'::jsonb` })
      .execute();
    const tick = (of: string, statementIds: readonly string[]) =>
      sql`
      insert into ticked_statements (assessment_id, dimension, statement_id)
      select r.assessment_id, r.dimension, s.id
        from ratings r, unnest(${statementIds}::text[]) as s (id)
       where r.employee_id = ${scene.idOf(of)}::uuid and r.dimension = 'mastery'`.execute(ctx.tx);
    // P1 showed only what is asked at another level now, P2 all of it; of P3 nothing was noted.
    await tick('P1', moved);
    await tick('P2', [...moved, ...stay]);
    await markEverythingChanged(ctx);
  });
  await scene.refresh();
});

describe('reading ratings in another version', () => {
  it('moves only what was ticked and means another level, as a whole and back to the bit', async () => {
    const before = await profiles();
    const told = await preview();
    const named = told.moves.map(({ employeeId, level, moved }) => [
      ['P1', 'P2', 'P3'].find((one) => scene.idOf(one) === employeeId),
      level,
      moved,
    ]);
    expect([told.ratings, told.ticked]).toEqual([3, 2]);
    expect(named).toEqual([['P1', 1, 0]]);
    const id = await apply(1);
    await scene.refresh();
    expect(await masteryOf('P1')).toEqual({ level: 0, frameworkVersion: 'v.26.05' });
    expect(await masteryOf('P2')).toEqual({ level: 3, frameworkVersion: 'v.26.04' });
    const applied = await profiles();
    await scene.inTenant((ctx) => markEverythingChanged(ctx));
    await scene.refresh();
    expect(await profiles()).toBe(applied);
    // What was rated stays as it was; the history tells what counts.
    const kept = await scene.inTenant((ctx) => listStandingRatings(ctx, scene.idOf('P1')));
    expect(kept.find(({ dimension }) => dimension === 'mastery')?.level).toBe(1);
    const history = await scene.inTenant((ctx) => getLevelHistory(ctx, scene.idOf('P1'), scene.today));
    const entry = history.find(({ dimension }) => dimension === 'mastery')?.entries[0];
    expect(entry).toMatchObject({ standing: 'current', level: 0, frameworkVersion: 'v.26.05' });
    await expect(apply(1)).rejects.toThrow('take that back first');
    await undo(id);
    await scene.refresh();
    expect(await profiles()).toBe(before);
    await expect(undo(id)).rejects.toThrow('taken back already');
  });

  it('is refused when other ratings move than were shown, and only one of two at once is applied', async () => {
    await expect(apply(2)).rejects.toThrow('Other ratings move');
    const both = await Promise.allSettled([apply(1), apply(1)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const applied = await scene.inTenant((ctx) => getAppliedReexpression(ctx, MASTERY));
    expect(applied).toMatchObject({ fromVersion: STEP.from, toVersion: STEP.to });
    await undo(applied?.reexpressionId ?? '');
    const actions = await scene.inTenant((ctx) =>
      ctx.tx.selectFrom('auditEntries').select('action').where('action', 'like', 'reexpression.%').execute(),
    );
    expect(actions.map(({ action }) => action.slice(13)).sort()).toEqual(['apply', 'apply', 'undo', 'undo']);
  });
});
