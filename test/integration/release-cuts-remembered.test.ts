import { beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { viewerKeyOf } from '~/modules/capability/domain/viewer-key';
import { listLastRead } from '~/modules/capability/queries/list-last-read';
import { linkSignIn } from '~/modules/people/commands/link-sign-in';
import { ReleaseScene } from './release-scene';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});

const OFFICE = [1, 2, 3, 1, 2, 3, 1];

async function teams() {
  const scene = await ReleaseScene.open(db, { S: [1, 2, 3], A: [1, 2, 3, 4, 2], B: OFFICE, U: OFFICE });
  const id = await scene.member('d', 'director', ['S']);
  await scene.prepare();
  const rowOfA = async () => (await scene.shown({ id, role: 'director', scope: ['S'] })).rows['A'];
  return { scene, id, rowOfA };
}

describe('somebody who was in the director’s team between two releases', () => {
  it('and was rated there counts towards no k afterwards, until rated again', async () => {
    const { scene, rowOfA } = await teams();
    expect(await rowOfA()).toBe('5 at 2.4');
    await scene.employees([['A0', 'S', 'active']]);
    await scene.rate([['A0', 4]]);
    scene.later(3);
    await scene.employees([['A0', 'A', 'active']]);
    await scene.rate(['A1', 'A2', 'A3', 'A4'].map((name, at) => [name, at]));
    await scene.release('month_end');
    await scene.prepare();
    expect(await rowOfA()).toBeNull();
    for (let month = 0; month < 2; month += 1) {
      await scene.rate(
        ['A0', 'A1', 'A2', 'A3', 'A4', 'B0', 'B1', 'B2', 'B3', 'B4'].map((name, at) => [name, at % 4]),
      );
      await scene.release('month_end');
      await scene.prepare();
    }
    expect(await rowOfA()).toBe('5 at 1.2');
  });
});

describe('the last day on which people could be read', () => {
  it('is that of their teams and managers, as of each day, and of releases that left them out', async () => {
    const { scene, id } = await teams();
    const first = scene.today;
    const ids = new Map(
      (
        await scene.inTenant(({ tx }) =>
          tx.selectFrom('employees').select(['externalId', 'employeeId']).execute(),
        )
      ).map(({ externalId, employeeId }) => [employeeId, externalId]),
    );
    const read = async (scope: readonly string[]) => {
      const reader = {
        ...({ role: 'director', teamScope: await scene.teamIds(scope) } as const),
        employeeId: [...ids].find(([, name]) => name === 'U0')?.[0] ?? null,
      };
      const viewerKey = viewerKeyOf({ kind: 'user', id, ...reader });
      const found = await scene.inTenant((ctx) => listLastRead(ctx, { reader, viewerKey, day: scene.today }));
      return Object.fromEntries([...found].map(([one, day]) => [ids.get(one), day]).sort());
    };
    await scene.inTenant((ctx) => linkSignIn(ctx, { externalId: 'U0', userId: id }));
    scene.later(4);
    const moved = scene.today;
    await scene.employees([['S0', 'A', 'active']]);
    await scene.inTenant(({ tx }) =>
      tx
        .updateTable('employments')
        .set({ managerId: [...ids].find(([, name]) => name === 'U0')?.[0] ?? null })
        .where('employeeId', '=', [...ids].find(([, name]) => name === 'B1')?.[0] ?? '')
        .execute(),
    );
    scene.later(2);
    const dayBefore = `${moved.slice(0, 8)}${String(Number(moved.slice(8)) - 1).padStart(2, '0')}`;
    const today = scene.today;
    expect(await read(['S'])).toEqual({ B1: today, S0: dayBefore, S1: today, S2: today });
    expect(await read(['A'])).toEqual({
      ...{ A0: today, A1: today, A2: today, A3: today, A4: today, B1: today },
      ...{ S0: today, S1: first, S2: first },
    });
  });
});
