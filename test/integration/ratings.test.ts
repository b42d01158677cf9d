import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { withdrawRatings } from '~/modules/assessments/commands/withdraw-ratings';
import { raterKindsOf } from '~/modules/assessments/queries/rater-kinds-of';
import { markEverythingChanged } from '~/modules/capability/commands/mark-everything-changed';
import type { Role } from '~/modules/organizations/domain/role';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { type RatingScene, ratingScene } from './rating-scene';

let db: TestDatabase;
let scene: RatingScene;
let mara: Viewer;
let pia: Viewer;
beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(async () => {
  scene = await ratingScene(db);
  mara = scene.viewer('employee', 'M1');
  pia = scene.viewer('employee', 'P1');
});

const assessments = () =>
  scene.inTenant(({ tx }) =>
    tx
      .selectFrom('assessments')
      .select(['assessmentId', 'raterKind', 'state', 'version', 'assessedOn', 'frameworkVersions', 'soc'])
      .where('importedBy', 'is', null)
      .orderBy('recordedAt')
      .orderBy('version')
      .execute(),
  );
const profileRows = () =>
  scene.inTenant(async ({ tx }) => {
    const rows = await tx
      .selectFrom('profiles')
      .selectAll()
      .orderBy('employeeId')
      .orderBy('dimension')
      .execute();
    return rows.map(({ computedAt: _, ...row }) => row);
  });
const cells = () =>
  scene.inTenant(async ({ tx }) => {
    const rows = await tx
      .selectFrom('heatmapCells')
      .selectAll()
      .orderBy('groupId')
      .orderBy('rowKind')
      .orderBy('dimension')
      .execute();
    return rows.map(({ computedAt: _, sourceWatermark: __, ...row }) => row);
  });
const levelOf = async (of: string, dimension: string) =>
  (await profileRows()).find((row) => row.employeeId === scene.idOf(of) && row.dimension === dimension)
    ?.level;
const withdraw = (viewer: Viewer, cycleId: string | null, reason: string) =>
  scene.inTenant((ctx) => withdrawRatings(ctx, viewer, { employeeId: scene.idOf('P1'), cycleId, reason }));

describe('who may rate', () => {
  it('is derived: oneself, anyone above, an approved peer of the cycle; nobody else', async () => {
    const cycleId = await scene.newCycle({ people: ['P1', 'P2', 'M1'], peers: [['P2', 'P1']] });
    const kinds = async (rater: string, cycle: string | null) => {
      const of = await scene.inTenant((ctx) =>
        raterKindsOf(ctx, {
          ...{ raterId: scene.idOf(rater), cycleId: cycle, day: scene.today },
          employeeIds: ['M1', 'P1', 'P2'].map(scene.idOf),
        }),
      );
      return ['M1', 'P1', 'P2'].map((one) => of.get(scene.idOf(one)) ?? '-').join(' ');
    };
    expect(await kinds('M1', cycleId)).toBe('self manager manager');
    expect(await kinds('P1', cycleId)).toBe('- self -');
    expect(await kinds('P2', cycleId)).toBe('- peer self');
    expect(await kinds('P2', null)).toBe('- - self');
    expect(await kinds('D1', cycleId)).toBe('- - -');
  });

  it('is anyone above in the line of managers, on that day', async () => {
    await scene.inTenant(({ tx }) =>
      tx
        .updateTable('employments')
        .set({ managerId: scene.idOf('D1') })
        .where('employeeId', '=', scene.idOf('M1'))
        .execute(),
    );
    const saved = await scene.save(scene.viewer('director', 'D1', 'Office'), { of: 'P1' });
    expect(saved.outcome).toBe('saved');
    expect((await assessments()).map(({ raterKind }) => raterKind)).toEqual(['manager']);
    await scene.inTenant(({ tx }) =>
      tx
        .updateTable('employments')
        .set({ managerId: scene.idOf('P1') })
        .where('employeeId', '=', scene.idOf('D1'))
        .execute(),
    );
    // A circle of managers ends, and nobody is their own manager.
    await scene.save(pia, { of: 'P1' });
    expect((await assessments()).map(({ raterKind }) => raterKind)).toEqual(['manager', 'self']);
  });

  it('refuses owners, administrators, HR partners, tokens, sign-ins without a record, and people elsewhere', async () => {
    const cycleId = await scene.newCycle({ people: ['P1', 'P2'], peers: [['P3', 'P1']] });
    for (const role of ['owner', 'admin', 'hr_partner'] satisfies Role[])
      await expect(scene.save(scene.viewer(role, 'M1'), { of: 'P1' }), role).rejects.toThrow('own sign-in');
    await expect(scene.save({ ...mara, kind: 'token' }, { of: 'P1' })).rejects.toThrow('own sign-in');
    await expect(scene.save(scene.viewer('employee', null), { of: 'P1' })).rejects.toThrow('no person');
    await expect(scene.save(pia, { of: 'P2' })).rejects.toThrow('nobody here');
    await expect(scene.save(pia, { of: 'M1' })).rejects.toThrow('nobody here');
    await expect(scene.save(mara, { of: 'P3', cycleId })).rejects.toThrow('nobody here');
    await expect(scene.save(mara, { of: 'P1', cycleId: randomUUID() })).rejects.toThrow('no such cycle');
    await expect(scene.save(mara, { of: 'P1', dimension: 'mastery', cycleId })).rejects.toThrow('not saved');
    await expect(scene.submit(pia, cycleId, 'P2')).resolves.toEqual({ people: [], ratings: 0, leftOut: 0 });
    expect(await assessments()).toEqual([]);
  });

  it('ends with the cycle, or with the extension of one person', async () => {
    const cycleId = await scene.newCycle({ people: ['P1', 'P2'], closesOn: '2026-11-20' });
    await expect(scene.save(mara, { of: 'P1', cycleId })).rejects.toThrow('last day');
    await scene.inTenant(({ tx }) =>
      tx
        .updateTable('cyclePeople')
        .set({ closesOn: scene.today })
        .where('employeeId', '=', scene.idOf('P1'))
        .execute(),
    );
    await scene.save(mara, { of: 'P1', cycleId });
    await expect(scene.save(mara, { of: 'P2', cycleId })).rejects.toThrow('last day');
    await scene.inTenant(({ tx }) => tx.updateTable('cycles').set({ state: 'closed' }).execute());
    await expect(scene.submit(mara, cycleId, 'P1')).rejects.toThrow('The cycle is closed');
  });
});

describe('a draft', () => {
  it('counts for nothing until it is submitted; then figures are those of a rebuild', async () => {
    const cycleId = await scene.newCycle({ people: ['P1'] });
    const before = [await profileRows(), await cells()];
    const { cell } = await scene.save(mara, { of: 'P1', cycleId, value: 4, evidence: ' Led the drill ' });
    expect(cell).toMatchObject({ value: 4, evidence: 'Led the drill', revision: 1 });
    await scene.refresh();
    expect([await profileRows(), await cells()]).toEqual(before);
    expect(await scene.submit(mara, cycleId, 'P1')).toMatchObject({ ratings: 1 });
    await scene.refresh();
    expect(await levelOf('P1', 'leadership')).toBe(4);
    expect(await assessments()).toMatchObject([
      { state: 'submitted', version: 1, assessedOn: scene.today, soc: '33-9032.00' },
    ]);
    const incremental = [await profileRows(), await cells()];
    await scene.inTenant(markEverythingChanged);
    await scene.refresh();
    expect([await profileRows(), await cells()]).toEqual(incremental);
    const accepted = await scene.inTenant(({ tx }) =>
      tx.selectFrom('evidence').select(['body', 'acceptedBy']).where('addedBy', 'is not', null).execute(),
    );
    // Whoever added it accepts it not.
    expect(accepted).toEqual([{ body: 'Led the drill', acceptedBy: null }]);
  });

  it('keeps what another tab saved: the second to save is told, and nothing is overwritten', async () => {
    const first = await scene.save(mara, { of: 'P1', value: 2 });
    expect(await scene.save(mara, { of: 'P1', value: 4 })).toEqual({ outcome: 'conflict', cell: first.cell });
    const again = await scene.save(mara, { of: 'P1', value: 4, revision: 1 });
    expect(again).toMatchObject({ outcome: 'saved', cell: { value: 4, revision: 2 } });
    const cleared = await scene.save(mara, { of: 'P1', value: null, revision: 2 });
    expect(cleared.cell.revision).toBe(0);
    const filled = await scene.save(mara, { of: 'P1', value: 1 });
    // Emptied and filled between: who still holds an earlier revision is told.
    expect(await scene.save(mara, { of: 'P1', value: 3, revision: 2 })).toEqual({
      outcome: 'conflict',
      cell: filled.cell,
    });
  });

  it('is saved once for its key, however often it is sent', async () => {
    const key = randomUUID();
    const once = await scene.save(mara, { of: 'P1', key, value: 2 });
    expect(await scene.save(mara, { of: 'P1', key, value: 2 })).toEqual(once);
    expect(once.cell.revision).toBe(1);
  });

  it('of two saves of one cell at a time keeps one, and tells the other', async () => {
    for (const dimension of ['leadership', 'character', 'creativity', 'fortitude', 'mindfulness'] as const) {
      const outcomes = await Promise.all(
        ([1, 2, 3] as const).map((value) => scene.save(mara, { of: 'P1', dimension, value })),
      );
      expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['conflict', 'conflict', 'saved']);
      const kept = outcomes.find(({ outcome }) => outcome === 'saved')?.cell;
      for (const { cell } of outcomes) expect(cell).toEqual(kept);
    }
    expect(await assessments()).toHaveLength(1);
  });

  it('names only statements of the occupation', async () => {
    await expect(scene.save(mara, { of: 'P1', ticked: ['0'.repeat(32)] })).rejects.toThrow('not saved');
  });
});

describe('a submission', () => {
  it('of two at a time is one', async () => {
    await scene.save(mara, { of: 'P1', value: 2 });
    const both = await Promise.all([scene.submit(mara, null, 'P1'), scene.submit(mara, null, 'P1')]);
    expect(both.map(({ people }) => people.length).sort()).toEqual([0, 1]);
    expect(await assessments()).toMatchObject([{ state: 'submitted' }]);
  });

  it('beside saves loses none: what came later is the draft of a correction', async () => {
    await scene.save(mara, { of: 'P1', value: 2 });
    const later = ['character', 'creativity', 'fortitude'] as const;
    await Promise.all([
      scene.submit(mara, null, 'P1'),
      ...later.map((dimension) => scene.save(mara, { of: 'P1', dimension, value: 1 })),
    ]);
    await scene.submit(mara, null, 'P1');
    await scene.refresh();
    for (const dimension of later) expect(await levelOf('P1', dimension)).toBe(1);
    expect(await levelOf('P1', 'leadership')).toBe(2);
    const states = (await assessments()).map(({ state }) => state);
    expect(states.filter((state) => state === 'submitted')).toHaveLength(1);
    expect(states.filter((state) => state === 'draft')).toHaveLength(0);
  });

  it('is corrected by a new version; the earlier one stays, and a ? replaces no level', async () => {
    const cycleId = await scene.newCycle({ people: ['P1'] });
    await scene.save(mara, { of: 'P1', cycleId, value: 2 });
    await scene.save(mara, { of: 'P1', cycleId, dimension: 'character', value: 3 });
    await scene.submit(mara, cycleId, 'P1');
    await scene.save(mara, { of: 'P1', cycleId, value: 4, revision: 1 });
    await scene.save(mara, { of: 'P1', cycleId, dimension: 'character', value: '?', revision: 2 });
    expect(await scene.submit(mara, cycleId, 'P1')).toMatchObject({ ratings: 2 });
    await scene.refresh();
    expect(await levelOf('P1', 'leadership')).toBe(4);
    expect(await levelOf('P1', 'character')).toBe(3);
    expect((await assessments()).map(({ state, version }) => [state, version])).toEqual([
      ['superseded', 1],
      ['submitted', 2],
    ]);
  });

  it('of nothing does nothing, and is written to the log with ids and counts alone', async () => {
    expect(await scene.submit(mara, null, 'P1', 'P2')).toEqual({ people: [], ratings: 0, leftOut: 0 });
    await scene.save(mara, { of: 'P1', value: 2, evidence: 'secret words' });
    await scene.save(mara, { of: 'P2', value: '?' });
    await scene.submit(mara, null, 'P1', 'P2');
    const logged = await scene.inTenant(({ tx }) =>
      tx
        .selectFrom('auditEntries')
        .select(['action', 'details'])
        .where('action', '=', 'ratings.submit')
        .execute(),
    );
    expect(logged).toHaveLength(1);
    expect(JSON.stringify(logged)).not.toContain('secret');
    expect(await levelOf('P2', 'creativity')).toBeNull();
  });
});

describe('a withdrawal', () => {
  it('needs a reason, keeps the assessment, and figures are those of a rebuild', async () => {
    const cycleId = await scene.newCycle({ people: ['P1'] });
    await expect(withdraw(mara, cycleId, 'Wrong person')).rejects.toThrow('nothing submitted');
    await scene.save(mara, { of: 'P1', cycleId, dimension: 'creativity', value: 4 });
    await scene.submit(mara, cycleId, 'P1');
    await expect(withdraw(mara, cycleId, ' ')).rejects.toThrow('Say why');
    await withdraw(mara, cycleId, 'Wrong person');
    await scene.refresh();
    expect(await levelOf('P1', 'creativity')).not.toBe(4);
    const incremental = await profileRows();
    await scene.inTenant(markEverythingChanged);
    await scene.refresh();
    expect(await profileRows()).toEqual(incremental);
    expect(await assessments()).toMatchObject([{ state: 'withdrawn' }]);
    const second = await scene.save(mara, { of: 'P1', cycleId, dimension: 'creativity', value: 1 });
    expect(second.outcome).toBe('saved');
  });
});
