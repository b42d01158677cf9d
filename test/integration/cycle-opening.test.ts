import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { changeCycle, deleteCycleDraft } from '~/modules/assessments/commands/change-cycle-draft';
import { openCycle, startOpening } from '~/modules/assessments/commands/open-cycle';
import { getCyclePage } from '~/modules/assessments/queries/get-cycle-page';
import { listSeenCycles } from '~/modules/assessments/queries/list-seen-cycles';
import { type CycleScene, cycleScene, FIELDS } from './cycle-scene';

let db: TestDatabase;
let admin: postgres.Sql;
let scene: CycleScene;
beforeAll(async () => {
  db = await openTestDatabase();
  admin = postgres(db.urls.admin, { max: 1, onnotice: () => {} });
});
afterAll(() => admin?.end());
const start = async () => {
  scene = await cycleScene(db);
};
const pageOf = (cycleId: string, as = scene.hr) =>
  scene.inTenant((ctx) => getCyclePage(ctx, as, { cycleId, team: null, nonRaters: [] }));
const ratersOf = async (cycleId: string) =>
  (
    await admin<{ line: string }[]>`
      select p.external_id || ' ' || r.rater_kind || ' ' || m.external_id as line
        from cycle_raters r join employees p using (organization_id, employee_id)
        join employees m on m.organization_id = r.organization_id and m.employee_id = r.rater_id
       where r.cycle_id = ${cycleId} and r.state = 'approved' order by 1`
  ).map(({ line }) => line);
describe('a draft', () => {
  it('is changed by the one who saw it as it is, and deleted; a name is of one cycle', async () => {
    await start();
    const cycleId = await scene.begin();
    await expect(scene.begin()).rejects.toThrow('Another cycle has this name.');
    const change = (revision: number, name: string) =>
      scene.inTenant((ctx) => changeCycle(ctx, scene.hr, { cycleId, revision, fields: { ...FIELDS, name } }));
    await change(1, 'Winter');
    await expect(change(1, 'Spring')).rejects.toThrow('Somebody else changed this cycle');
    const { cycle, wouldRate } = await pageOf(cycleId);
    expect([cycle.name, cycle.revision, wouldRate]).toEqual(['Winter', 2, 7]);
    await expect(
      scene.inTenant((ctx) => deleteCycleDraft(ctx, scene.hr, { cycleId, revision: 1 })),
    ).rejects.toThrow('Somebody else');
    await scene.inTenant((ctx) => deleteCycleDraft(ctx, scene.hr, { cycleId, revision: 2 }));
    expect(await scene.inTenant((ctx) => listSeenCycles(ctx, scene.hr, []))).toEqual([]);
  });

  it('opens only with a purpose and an end to come', async () => {
    await start();
    const cycleId = await scene.begin({ purpose: null, opensOn: '2026-11-01', closesOn: '2026-11-20' });
    await expect(
      scene.inTenant((ctx) => startOpening(ctx, scene.hr, { cycleId, revision: 1 })),
    ).rejects.toThrow(/Write the purpose.*The end has passed/);
  });
});

describe('opening', () => {
  it('asks everybody and their managers, and is whole or not at all however often it is begun', async () => {
    await start();
    const cycleId = await scene.begin();
    const { id } = await scene.inTenant((ctx) => startOpening(ctx, scene.hr, { cycleId, revision: 1 }));
    const killed = scene.inTenant((ctx) =>
      openCycle(
        ctx,
        { cycleId, revision: 1 },
        {
          report: () => {
            throw new Error('killed');
          },
        },
      ),
    );
    await expect(killed).rejects.toThrow('killed');
    expect(await ratersOf(cycleId)).toEqual([]);
    await scene.runOpening(id);
    await scene.runOpening(id);
    expect(await ratersOf(cycleId)).toEqual([
      'D1 self D1',
      'H1 self H1',
      'M1 manager D1',
      'M1 self M1',
      'O1 manager H1',
      'O1 self O1',
      ...['P1', 'P2', 'P3'].flatMap((one) => [`${one} manager M1`, `${one} self ${one}`]),
    ]);
    const { cycle, counts, progress } = await pageOf(cycleId);
    expect([cycle.state, cycle.revision, counts]).toEqual(['open', 2, { people: 7, unmapped: 1 }]);
    expect(progress.sum.kinds.manager).toEqual({ asked: 5, rated: 0, begun: 0 });
    const done =
      await admin`select state, result->'people' as people from operations where operation_id = ${id}`;
    expect(done).toEqual([{ state: 'done', people: 7 }]);
  });

  it('is refused when the draft was changed after it was asked for', async () => {
    await start();
    const cycleId = await scene.begin();
    const { id } = await scene.inTenant((ctx) => startOpening(ctx, scene.hr, { cycleId, revision: 1 }));
    await scene.inTenant((ctx) =>
      changeCycle(ctx, scene.hr, { cycleId, revision: 1, fields: { ...FIELDS, name: 'Other' } }),
    );
    await scene.runOpening(id);
    expect(await admin`select state from operations where operation_id = ${id}`).toEqual([
      { state: 'failed' },
    ]);
    expect((await pageOf(cycleId)).cycle.state).toBe('draft');
  });
});
