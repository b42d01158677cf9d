import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import type { TenantContext } from '#db/tenancy';
import { openTestDatabase } from '#test/setup/database';
import { erasePerson } from '~/modules/capability/commands/erase-person';
import { listLastRead } from '~/modules/capability/queries/list-last-read';
import { changePersonFields } from '~/modules/people/commands/change-person-fields';
import { closeTeam } from '~/modules/people/commands/close-team';
import { changeSignIn } from '~/modules/people/commands/link-sign-in';
import { moveTeam } from '~/modules/people/commands/move-team';
import { reopenTeam } from '~/modules/people/commands/reopen-team';
import { getPersonHistory } from '~/modules/people/queries/get-person-history';
import { addDays, dayInZone } from '~/shared/calendar-day';
import { ReleaseScene } from './release-scene';

const db = await openTestDatabase();
const BOSS = 'U0';
/** Who is in the team of S or beneath. */
const OWN = { S0: 'now', Yard0: 'now' };
let scene: ReleaseScene;
let ids: Map<string, string>;
beforeEach(async () => {
  scene = await ReleaseScene.open(db, { S: [1], 'S / Yard': [1], A: [1, 2], U: [2] });
  const rows = await scene.inTenant(({ tx }) =>
    tx.selectFrom('employees').select(['externalId', 'employeeId']).execute(),
  );
  ids = new Map(rows.map(({ externalId, employeeId }) => [externalId, employeeId]));
});

const idOf = (name: string) => ids.get(name) ?? '';

/** Until when the director of S, whose record is U0, could read each of these people; who never could is not there. */
async function read(): Promise<Record<string, string>> {
  const found = await readBy('director');
  return Object.fromEntries(
    ['A0', 'A1', 'S0', 'Yard0'].flatMap((name) => {
      const last = found.get(idOf(name));
      return last === undefined ? [] : [[name, last === scene.today ? 'now' : last]];
    }),
  );
}

async function readBy(role: 'director' | 'hr_partner') {
  const teamScope = role === 'director' ? await scene.teamIds(['S']) : [];
  const viewer = { kind: 'user', id: randomUUID(), role, teamScope } as const;
  const asked = { viewer, employeeId: idOf(BOSS), day: scene.today };
  return scene.inTenant((ctx) => listLastRead(ctx, asked));
}

describe('who was read is known', () => {
  it('after coming and going within one day', async () => {
    scene.later(2);
    const day = scene.today;
    await scene.employees([['A0', 'S', 'active']]);
    await scene.employees([['A0', 'A', 'active']]);
    scene.later(3);
    expect(await read()).toEqual({ ...OWN, A0: day });
    // The person reads it in the own record.
    const { correctedTeams } = await scene.inTenant((ctx) => getPersonHistory(ctx, idOf('A0')));
    expect(correctedTeams).toEqual([{ team: 'S', until: day }]);
  });

  it('after a move that is entered for a day before, until the day on which it is', async () => {
    const before = scene.today;
    scene.later(5);
    await scene.employees([['S0', 'A', 'active']], addDays(before, 1));
    const entered = scene.today;
    scene.later(3);
    expect(await read()).toEqual({ ...OWN, S0: entered });
  });

  it('after a move that is said to have never been', async () => {
    scene.later(1);
    const moved = scene.today;
    await scene.employees([['A0', 'S', 'active']]);
    scene.later(4);
    await scene.employees([['A0', 'A', 'active']], moved);
    const entered = scene.today;
    scene.later(1);
    expect(await read()).toEqual({ ...OWN, A0: entered });
  });

  it('of a manager whose report is given to another for days before', async () => {
    const change = (managerId: string | null, from: string) =>
      scene.inTenant((ctx) =>
        changePersonFields(ctx, {
          ...{ employeeIds: [idOf('A1')], from, today: scene.today, confirmedBy: 'test' },
          ...{ fields: { managerId }, own: false, revision: null },
        }),
      );
    scene.later(1);
    const from = scene.today;
    await change(idOf(BOSS), from);
    scene.later(2);
    await change(null, from);
    const entered = scene.today;
    scene.later(1);
    expect(await read()).toEqual({ ...OWN, A1: entered });
  });

  it('of a team that is moved for a day before, or there and back on one day', async () => {
    const [yard = '', s = '', a = ''] = await scene.teamIds(['S / Yard', 'S', 'A']);
    const move = (parentId: string, from: string, teamId = yard) =>
      scene.inTenant((ctx) => moveTeam(ctx, { teamId, parentId, from }));
    const before = scene.today;
    scene.later(6);
    await move(a, addDays(before, 2));
    const entered = scene.today;
    scene.later(1);
    expect(await read()).toEqual({ ...OWN, Yard0: entered });
    await move(s, scene.today);
    await move(a, scene.today);
    const again = scene.today;
    scene.later(1);
    expect(await read()).toEqual({ ...OWN, Yard0: again });
  });

  it('of a team that is closed, opened again and then closed for a day before', async () => {
    const [a = '', u = ''] = await scene.teamIds(['A', 'U']);
    const move = (teamId: string, parentId: string) =>
      scene.inTenant((ctx) => moveTeam(ctx, { teamId, parentId, from: scene.today }));
    scene.later(2);
    await scene.employees([['U0', 'A', 'active']]);
    const before = scene.today;
    await move(u, a);
    scene.later(2);
    await scene.inTenant((ctx) => closeTeam(ctx, { teamId: u, from: scene.today }));
    scene.later(2);
    await scene.inTenant((ctx) => reopenTeam(ctx, { teamId: u, parentId: a, from: scene.today }));
    scene.later(2);
    await scene.inTenant((ctx) => closeTeam(ctx, { teamId: u, from: addDays(before, 1) }));
    const kept = await scene.inTenant(({ tx }) =>
      tx.selectFrom('formerTeamParents').select(['teamId', 'parentId', 'lastDay']).execute(),
    );
    expect(kept).toEqual([{ teamId: u, parentId: a, lastDay: scene.today }]);
  });

  it('although the day of the beginning is put off to one after it could be read', async () => {
    const [yard = '', a = ''] = await scene.teamIds(['S / Yard', 'A']);
    scene.later(3);
    const moved = scene.today;
    await scene.inTenant((ctx) => moveTeam(ctx, { teamId: yard, parentId: a, from: moved }));
    scene.later(5);
    await scene.inTenant((ctx) =>
      changePersonFields(ctx, {
        ...{ employeeIds: [idOf('Yard0')], from: scene.today, today: scene.today, confirmedBy: 'test' },
        ...{ fields: { startedOn: addDays(moved, 2) }, own: false, revision: null },
      }),
    );
    expect(await read()).toEqual({ ...OWN, Yard0: moved });
  });

  it('to who signed in as a manager, until that was taken back', async () => {
    scene.later(1);
    const userId = await scene.member('boss', 'executive');
    const sign = (user: string | null) =>
      scene.inTenant((ctx) => changeSignIn(ctx, { employeeId: idOf(BOSS), userId: user }));
    await sign(userId);
    await scene.inTenant((ctx) =>
      changePersonFields(ctx, {
        ...{ employeeIds: [idOf('A1')], from: scene.today, today: scene.today, confirmedBy: 'test' },
        ...{ fields: { managerId: idOf(BOSS) }, own: false, revision: null },
      }),
    );
    const viewer = { kind: 'user', id: userId, role: 'executive', teamScope: [] } as const;
    scene.later(2);
    await sign(null);
    // The log goes by the clock of the database.
    const [entry] = await scene.inTenant(({ tx }) =>
      tx.selectFrom('auditEntries').select('at').orderBy('sequence', 'desc').limit(1).execute(),
    );
    const taken = dayInZone(entry?.at ?? new Date(), 'Europe/Amsterdam');
    scene.later(4);
    const found = await scene.inTenant((ctx) =>
      listLastRead(ctx, { viewer, employeeId: null, day: scene.today }),
    );
    expect([...found].sort()).toEqual(
      [
        [idOf('A1'), taken],
        [idOf(BOSS), taken],
      ].sort(),
    );
  });

  it('after the person was erased, under the number that stands for them in released figures', async () => {
    scene.later(2);
    const moved = scene.today;
    await scene.employees([['S0', 'A', 'active']]);
    scene.later(3);
    const erase = (name: string) =>
      scene.inTenant((ctx) => erasePerson(ctx, { employeeId: idOf(name), userId: null }, randomUUID()));
    await erase('S0');
    await erase('A1');
    scene.later(2);
    const { rows } = await scene.inTenant(({ tx }) =>
      sql<{ id: string; team: string }>`
        select employee_id as id, t.name as team from release_people p left join teams t on t.team_id = p.group_id
         where not exists (select from employees e where e.employee_id = p.employee_id)`.execute(tx),
    );
    const numbers = new Map(rows.map(({ id, team }) => [team, id]));
    const found = await readBy('director');
    expect(found.get(numbers.get('S') ?? '')).toBe(moved);
    expect(found.has(numbers.get('A') ?? 'none')).toBe(false);
    expect((await readBy('hr_partner')).get(numbers.get('A') ?? '')).toBe(scene.today);
    // Of somebody in no released figure nothing is kept.
    await scene.employees([['S9', 'S', 'active']]);
    const { employeeId = '' } =
      (await scene.inTenant(({ tx }) =>
        tx.selectFrom('employees').select('employeeId').where('externalId', '=', 'S9').executeTakeFirst(),
      )) ?? {};
    ids.set('S9', employeeId);
    const kept = ({ tx }: TenantContext) => tx.selectFrom('formerMembers').select('employeeId').execute();
    const before = await scene.inTenant(kept);
    await erase('S9');
    expect(await scene.inTenant(kept)).toEqual(before);
  });

  it('and not of who only was planned to come', async () => {
    await scene.employees([['A0', 'S', 'active']], addDays(scene.today, 9));
    scene.later(1);
    await scene.employees([['A0', 'A', 'active']], addDays(scene.today, 8));
    scene.later(12);
    expect(await read()).toEqual(OWN);
  });
});
