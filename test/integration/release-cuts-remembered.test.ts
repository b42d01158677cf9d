import { beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { listLastRead } from '~/modules/capability/queries/list-last-read';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
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
  it('is that of their teams and managers, as of each day, with the rights of each day', async () => {
    const { scene, id } = await teams();
    const people = await scene.inTenant(({ tx }) =>
      tx.selectFrom('employees').select(['externalId', 'employeeId']).execute(),
    );
    const idOf = (name: string) => people.find(({ externalId }) => externalId === name)?.employeeId ?? '';
    const read = async (scope: readonly string[]) => {
      const viewer = { kind: 'user', id, role: 'director', teamScope: await scene.teamIds(scope) } as const;
      const asked = { viewer, employeeId: idOf('U0'), day: scene.today };
      const found = await scene.inTenant((ctx) => listLastRead(ctx, asked));
      return Object.fromEntries(
        people.flatMap(({ externalId, employeeId }) => {
          const last = found.get(employeeId);
          return last === undefined ? [] : [[externalId, last]];
        }),
      );
    };
    scene.later(4);
    const moved = scene.today;
    await scene.employees([['S0', 'A', 'active']]);
    await scene.inTenant(({ tx }) =>
      tx
        .updateTable('employments')
        .set({ managerId: idOf('U0') })
        .where('employeeId', '=', idOf('B1'))
        .execute(),
    );
    scene.later(2);
    const today = scene.today;
    // On the day of a move, until it was told, all was as before.
    expect(await read(['S'])).toEqual({ B1: today, S0: moved, S1: today, S2: today });
    const [s = '', b = ''] = await scene.teamIds(['S', 'B']);
    await scene.inTenant(async (ctx) =>
      recordAudit(ctx, {
        action: 'member.change',
        subject: { kind: 'user', id },
        details: { changes: [{ field: 'teamScope', before: s, after: b }] },
      }),
    );
    scene.later(1);
    const others = { B0: scene.today, B1: scene.today, B2: scene.today, B3: scene.today };
    const more = { B4: scene.today, B5: scene.today, B6: scene.today };
    const { S0, S1, S2, ...now } = await read(['B']);
    expect(now).toEqual({ ...others, ...more });
    // The log has the day of the clock, on which the team was still read.
    expect([S0, S1]).toEqual([S2, S2]);
    expect(S2).toMatch(/^\d{4}-\d\d-\d\d$/);
    await scene.inTenant(async (ctx) =>
      recordAudit(ctx, {
        action: 'member.change',
        subject: { kind: 'user', id },
        details: { changes: [{ field: 'role', before: 'hr_partner', after: 'director' }] },
      }),
    );
    expect(Object.keys(await read(['B']))).toHaveLength(people.length);
  });
});
