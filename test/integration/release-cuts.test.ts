import { beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { linkSignIn } from '~/modules/people/commands/link-sign-in';
import { ReleaseScene } from './release-scene';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});

const OFFICE = [1, 2, 3, 1, 2, 3, 1];

describe('people on leave in the own subtree', () => {
  const teams = {
    'Top / S': [1, 2, 1, 2, 3, 2, 1],
    'Top / A': [4, 4, 4],
    'Top / B': [1, 2, 1, 2, 1, 2, 1, 2],
    U: OFFICE,
  };
  const onLeave = [
    ['S0', 'Top / S', 'leave'],
    ['S1', 'Top / S', 'leave'],
  ] as const;

  it('move nobody else into the figures, of the release that was shown and of the next', async () => {
    const scene = await ReleaseScene.open(db, teams);
    const director = {
      id: await scene.member('d', 'director', ['Top / S']),
      role: 'director',
      scope: ['Top / S'],
    } as const;
    await scene.prepare();
    const top = { 'rest of Top': '11 at 2.2', U: '7 at 1.9' };
    const beneath = { '*S': '7 at 1.7142857142857142' };
    expect(await scene.shown(director)).toEqual({ preparing: false, rows: top });
    expect((await scene.shown(director, 'Top')).rows).toEqual(beneath);
    await scene.employees(onLeave);
    await scene.prepare();
    expect((await scene.shown(director)).rows).toEqual(top);
    expect((await scene.shown(director, 'Top')).rows).toEqual(beneath);
    await scene.release('month_end');
    await scene.prepare();
    expect((await scene.shown(director)).rows).toEqual(top);
    expect(Object.keys((await scene.shown(director, 'Top')).rows)).toEqual(['*S']);
  });

  it('are left out for a viewer who comes after they went', async () => {
    const scene = await ReleaseScene.open(db, teams);
    await scene.employees(onLeave);
    const id = await scene.member('late', 'director', ['Top / S']);
    await scene.prepare();
    const late = { id, role: 'director', scope: ['Top / S'] } as const;
    expect((await scene.shown(late)).rows).toEqual({ 'rest of Top': '11 at 2.2', U: '7 at 1.9' });
    expect(Object.keys((await scene.shown(late, 'Top')).rows)).toEqual(['*S']);
  });
});

describe('a change of access', () => {
  const teams = {
    'T / A': [4, 4, 4],
    'T / B': [1, 2, 1, 2, 1],
    'T / C': [1, 2, 1, 2],
    'T / C / Night': [1, 2],
    U: [1, 2, 3, 1, 2, 3, 1, 2, 3],
  };

  it('makes no second cut of a release that was shown, and counts from the next on', async () => {
    const scene = await ReleaseScene.open(db, teams);
    const id = await scene.member('e', 'executive');
    const asExecutive = { id, role: 'executive' } as const;
    const [top, inT] = [await scene.shown(asExecutive), await scene.shown(asExecutive, 'T')];
    expect(top.rows).toEqual({ T: '14 at 2', U: '9 at 2' });
    expect(inT.rows).toEqual({ A: null, B: null, C: '6 at 1.5' });
    const scope = ['T / C / Night'];
    expect(await scene.member('e', 'director', scope)).toBe(id);
    await scene.prepare();
    const asDirector = { id, role: 'director', scope } as const;
    expect(await scene.shown(asDirector)).toEqual(top);
    expect(await scene.shown(asDirector, 'T')).toEqual(inT);
    await scene.release('month_end');
    expect(await scene.shown(asDirector)).toEqual({ ...top, preparing: true });
    await scene.prepare();
    const after = await scene.shown(asDirector, 'T');
    // Of the six of C two are known now: the figures of C would be those of four.
    expect(after).toEqual({ preparing: false, rows: {} });
    expect((await scene.shown(asDirector)).rows).toEqual({ 'rest of T': '14 at 2', U: '9 at 2' });
  });

  it('is the same for who reads without individual access first, and gets to know oneself later', async () => {
    const scene = await ReleaseScene.open(db, teams);
    const id = await scene.member('e', 'executive');
    const executive = { id, role: 'executive' } as const;
    const before = await scene.shown(executive, 'T');
    await scene.inTenant((ctx) => linkSignIn(ctx, { externalId: 'C0', userId: id }));
    await scene.prepare();
    expect(await scene.shown(executive, 'T')).toEqual(before);
  });

  it('gives a new member the releases that are there once, cut with the access that the member has', async () => {
    const scene = await ReleaseScene.open(db, teams);
    const scope = ['T / C / Night'];
    const id = await scene.member('new', 'director', scope);
    const director = { id, role: 'director', scope } as const;
    expect(await scene.shown(director)).toEqual({ preparing: true, rows: {} });
    await scene.prepare();
    expect(await scene.shown(director)).toEqual({
      preparing: false,
      rows: { 'rest of T': '12 at 2.1', U: '9 at 2' },
    });
    expect((await scene.shown(director, 'T')).rows).toEqual({ A: null, B: '5 at 1.4', 'rest of C': null });
  });
});

describe('people whom a reader of released figures has rated', () => {
  it('are left out of what the reader gets: the rest of a row would tell of the last one', async () => {
    const scene = await ReleaseScene.open(db, { A: [4, 1, 2, 3, 4], B: [1, 2, 1, 2, 1, 2], U: OFFICE });
    const id = await scene.member('rates', 'executive');
    await scene.inTenant((ctx) => linkSignIn(ctx, { externalId: 'U0', userId: id }));
    await scene.inTenant(async ({ tx }) => {
      const people = await tx.selectFrom('employees').select(['employeeId', 'externalId']).execute();
      const idOf = (name: string) => people.find((one) => one.externalId === name)?.employeeId ?? '';
      await tx
        .updateTable('assessments')
        .set({ raterId: idOf('U0') })
        .where('employeeId', 'in', ['A0', 'A1', 'A2', 'A3'].map(idOf))
        .execute();
    });
    const executive = { id, role: 'executive' } as const;
    expect(await scene.shown(executive)).toEqual({ preparing: true, rows: {} });
    await scene.prepare();
    expect((await scene.shown(executive)).rows).toEqual({
      'rest of A': null,
      B: null,
      'rest of U': '6 at 2',
    });
  });
});

describe('stored cuts', () => {
  it('are the same bits made release by release and made later in one go, and shared by the same history', async () => {
    const scene = await ReleaseScene.open(db, {
      'N / A': [1, 2, 3, 4, 1, 2, 3, 4],
      'N / B': [1, 2, 3, 1, 2, 3],
      'N / S': [1, 2, 3],
      U: OFFICE,
    });
    await scene.member('one', 'director', ['N / S']);
    await scene.member('two', 'director', ['N / S']);
    await scene.prepare();
    await scene.rate(['A0', 'A1', 'A2', 'A3', 'A4', 'A5'].map((name) => [name, 2]));
    await scene.employees([
      ['B0', 'N / A', 'active'],
      ['S0', 'N / S', 'leave'],
    ]);
    await scene.release('month_end');
    await scene.prepare();
    await scene.employees([
      ['S0', 'N / S', 'active'],
      ['U0', 'N / B', 'active'],
    ]);
    await scene.release('month_end');
    await scene.prepare();
    const stepwise = await storedCuts(scene);
    expect(stepwise.map(({ viewers }) => viewers)).toEqual([2, 2, 2]);
    await scene.inTenant(({ tx }) => tx.deleteFrom('releaseCuts').where('viewerKey', '<>', '').execute());
    await scene.prepare();
    expect(await storedCuts(scene)).toEqual(stepwise);
    await scene.prepare();
    expect(await storedCuts(scene)).toEqual(stepwise);
  });
});

/** The cuts of viewers with individual access, oldest release first, with how many viewers read each. */
async function storedCuts(scene: ReleaseScene) {
  return scene.inTenant(async ({ tx }) => {
    const viewers = await tx.selectFrom('releaseViewers').select(['releaseId', 'cutKey']).execute();
    const cuts = await tx
      .selectFrom('releaseCuts')
      .innerJoin('releases', 'releases.releaseId', 'releaseCuts.releaseId')
      .select(['releases.sequence', 'releases.releaseId', 'releaseCuts.viewerKey', 'releaseCuts.cut'])
      .where('releaseCuts.viewerKey', '<>', '')
      .orderBy('releases.sequence')
      .execute();
    return cuts.map(({ sequence, releaseId, viewerKey, cut }) => ({
      sequence,
      viewerKey,
      cut,
      viewers: viewers.filter((one) => one.releaseId === releaseId && one.cutKey === viewerKey).length,
    }));
  });
}
