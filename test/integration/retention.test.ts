import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { deletePastRetention } from '~/modules/capability/commands/delete-past-retention';
import { erasePerson } from '~/modules/capability/commands/erase-person';
import { startErasure } from '~/modules/capability/commands/start-erasure';
import { listIdsByExternalId } from '~/modules/people/queries/list-ids-by-external-id';
import { runErasure } from '../proofs/erasure/run-erasure';
import { keepLogLines } from '../setup/log-lines';
import { ReleaseScene } from './release-scene';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});

const LEVELS = [0, 1, 2, 3, 4, 1, 2, 3];
const open = () => ReleaseScene.open(db, { North: LEVELS, South: LEVELS });
/** Settings are read by the sweep alone: the scene's clock goes on a month with each release. */
const keep = (
  scene: ReleaseScene,
  months: { retentionMonths: number; ratingRetentionMonths: number | null },
) => scene.inTenant(({ tx }) => tx.updateTable('organizations').set(months).execute());
const days = (scene: ReleaseScene) =>
  scene.inTenant(async ({ tx }) => {
    const rows = await tx.selectFrom('releases').select('asOf').orderBy('sequence').execute();
    return rows.map((row) => String(row.asOf));
  });

describe('retention', () => {
  it('deletes releases that are older than set, but for the last and those whose figures still stand', async () => {
    const scene = await open();
    const places = () =>
      scene.inTenant(({ tx }) => tx.selectFrom('formerMembers').select('lastDay').execute());
    await scene.employees([['Guest', 'North', 'active']]);
    for (let month = 0; month < 8; month += 1) {
      if (month === 2)
        await scene.inTenant(async (ctx) => {
          const employeeId = (await listIdsByExternalId(ctx, ['Guest'])).get('Guest') ?? '';
          await erasePerson(ctx, { employeeId, userId: null }, randomUUID());
        });
      await scene.rate(
        Object.entries(LEVELS).flatMap(([index, level]) => [[`North${index}`, (level + month) % 5]]),
      );
      await scene.release('month_end');
    }
    const before = await days(scene);
    // Where an erased person was is kept as long as a release holds the person.
    expect(await places()).toHaveLength(1);
    await keep(scene, { retentionMonths: 6, ratingRetentionMonths: null });
    const { releases } = await scene.inTenant(deletePastRetention);
    const after = await days(scene);
    expect(releases).toBe(before.length - after.length);
    expect(after.slice(1)).toEqual(before.slice(-(after.length - 1)));
    // Nobody in South was rated again: its figures are still those of the first release.
    expect(after[0]).toBe(before[0]);
    expect(after.length).toBeLessThan(before.length);
    expect(await places()).toEqual([]);
    expect(await scene.inTenant(deletePastRetention)).toMatchObject({ releases: 0, assessments: 0 });
    const viewer = { id: await scene.member('executive', 'executive'), role: 'executive' } as const;
    await scene.release('month_end');
    await scene.prepare();
    expect(Object.keys((await scene.shown(viewer)).rows)).toEqual(['North', 'South']);
  });

  it('deletes ratings that count for nothing more once that is set, and no other', async () => {
    const scene = await open();
    await scene.rate([['North0', 4]]);
    await scene.release('month_end');
    await scene.rate([['North1', 3]]);
    await scene.release('month_end');
    const later = new Date('2029-03-01T12:00:00Z');
    const sweep = () => db.tenant(scene.organizationId, deletePastRetention, later);
    const count = () =>
      scene.inTenant(
        async ({ tx }) => (await tx.selectFrom('assessments').select('assessmentId').execute()).length,
      );
    const before = await count();
    await keep(scene, { retentionMonths: 36, ratingRetentionMonths: null });
    await sweep();
    expect(await count()).toBe(before);
    await keep(scene, { retentionMonths: 36, ratingRetentionMonths: 24 });
    expect(await sweep()).toMatchObject({ releases: 0, assessments: 2 });
    const left = await scene.inTenant(({ tx }) =>
      tx.selectFrom('assessments').select(['employeeId', 'state']).execute(),
    );
    expect(left.every(({ state }) => state === 'submitted')).toBe(true);
    expect(left.length).toBe(before - 2);
    const [dirty] = [
      await scene.inTenant(({ tx }) => tx.selectFrom('dirtyPeople').select('employeeId').execute()),
    ];
    expect(new Set(dirty.map(({ employeeId }) => employeeId)).size).toBe(2);
  });
});

describe('erasure between releases', () => {
  it('changes no released figure, and the next releases of every viewer can be cut', async () => {
    const scene = await open();
    const director = {
      id: await scene.member('director', 'director', ['North']),
      role: 'director',
      scope: ['North'],
    } as const;
    const executive = { id: await scene.member('executive', 'executive'), role: 'executive' } as const;
    await scene.prepare();
    const before = [await scene.shown(director), await scene.shown(executive)];
    const [person] = await scene
      .inTenant((ctx) => listIdsByExternalId(ctx, ['South3']))
      .then((ids) => [...ids.values()]);
    const { id } = await scene.inTenant((ctx) =>
      startErasure(
        ctx,
        { employeeId: null },
        { employeeId: person ?? '', reason: 'asked', typedName: 'South3' },
      ),
    );
    const { logger } = keepLogLines('worker');
    await runErasure({ db, organizationId: scene.organizationId, logger }, id);
    expect([(await scene.shown(director)).rows['South'], await scene.shown(executive)]).toEqual([
      before[0]?.rows['South'],
      before[1],
    ]);
    await scene.release('month_end');
    await scene.prepare();
    // One person fewer is too few events for new figures (method.md 9.5).
    expect((await scene.shown(executive)).rows).toEqual(before[1]?.rows);
    for (let month = 0; month < 2; month += 1) {
      await scene.rate(
        LEVELS.flatMap((level, index) =>
          index === 3 ? [] : [[`South${index}`, (level + month + 1) % 5] as const],
        ),
      );
      await scene.release('month_end');
      await scene.prepare();
    }
    expect((await scene.shown(executive)).rows['South']).toMatch(/^7 at/);
  });
});
