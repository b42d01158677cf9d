import { expect, it } from 'vitest';
import { openTestDatabase } from '#test/setup/database';
import { getPersonPage } from '~/modules/capability/queries/get-person-page';
import { reachOf } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { ratingScene } from './rating-scene';

const db = await openTestDatabase();

/** P1 rated by three peers in one cycle, and in leadership by the manager; in character by two peers alone. */
async function ratedScene(peersAnonymous: boolean) {
  const scene = await ratingScene(db);
  const cycleId = await scene.newCycle({ people: ['P1'], selfManager: 'open' });
  const cycle = `Cycle ${cycleId.slice(0, 6)}`;
  const line = (rater: string, kind: string, dimension: string, level: number) =>
    `P1,${kind},${rater},2026-11-20,${cycle},${dimension},${level}`;
  await scene.inTenant(({ tx }) =>
    tx.updateTable('cycles').set({ peersAnonymous }).where('cycleId', '=', cycleId).execute(),
  );
  await scene.rate(
    [
      'employee_external_id,rater,rater_external_id,assessed_on,cycle,dimension,level',
      ...['P2', 'P3', 'P4'].map((peer, at) => line(peer, 'peer', 'fortitude', at + 1)),
      ...['P2', 'P3'].map((peer) => line(peer, 'peer', 'character', 4)),
      line('M1', 'manager', 'mindfulness', 2),
      '',
    ].join('\n'),
  );
  await scene.refresh();
  const told = async (viewer: Viewer) => {
    const asked = { viewer, reach: reachOf(viewer.role, 'profiles:read'), employeeId: scene.idOf('P1') };
    const { history } = await scene.inTenant((ctx) => getPersonPage(ctx, asked));
    const of = (dimension: string) =>
      history
        .find((one) => one.dimension === dimension)
        ?.entries.map(({ raterKind, level, peers, ratedBy }) => [
          raterKind,
          level,
          peers,
          ratedBy.join(', '),
        ]);
    return { of, text: JSON.stringify(history) };
  };
  return { ...scene, told };
}

it('is told by name to who reads the history, of a peer where the cycle says so; the level is the median', async () => {
  const { told, viewer } = await ratedScene(false);
  for (const reader of [viewer('employee', 'P1'), viewer('employee', 'M1'), viewer('hr_partner', 'H1')]) {
    const { of } = await told(reader);
    expect(of('fortitude')).toEqual([['peer', 2, 3, 'Per Falk, Poul Kok, Puk Rask']]);
    // Too few to make a rating: who, and nothing of what.
    expect(of('character')).toEqual([['peer', null, 2, 'Per Falk, Puk Rask']]);
    expect(of('mindfulness')).toEqual([['manager', 2, 0, 'Mara Lind']]);
  }
});

it('is told of no anonymous peer, nor of peers outside a cycle', async () => {
  const { told, viewer, idOf } = await ratedScene(true);
  for (const reader of [viewer('employee', 'P1'), viewer('employee', 'M1'), viewer('hr_partner', 'H1')]) {
    const { of, text } = await told(reader);
    expect(of('fortitude')).toEqual([['peer', 2, 3, '']]);
    expect(of('creativity')).toEqual([['peer', 1, 3, '']]);
    expect(of('mindfulness')).toEqual([['manager', 2, 0, 'Mara Lind']]);
    for (const name of ['Per Falk', 'Puk Rask', 'Poul Kok', idOf('P2'), idOf('P3'), idOf('P4')])
      expect(text).not.toContain(name);
  }
});
