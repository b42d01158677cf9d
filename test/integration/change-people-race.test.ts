import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { TenantContext } from '#db/tenancy';
import { openTestDatabase } from '#test/setup/database';
import { changePersonFields } from '~/modules/people/commands/change-person-fields';
import { renameTeam } from '~/modules/people/commands/rename-team';
import { listIdsByExternalId } from '~/modules/people/queries/list-ids-by-external-id';
import { TeamScene, TODAY } from './team-scene';

const { tenant, ...database } = await openTestDatabase();

it('puts somebody into the team that is meant, also while it gets another name', async () => {
  const scene = await TeamScene.open({ tenant, ...database }, ['North', 'South']);
  const south = await scene.id('South');
  const ids = await scene.in((ctx) => listIdsByExternalId(ctx, new Set(['E0'])));
  const move = (ctx: TenantContext) =>
    changePersonFields(ctx, {
      ...{ employeeIds: [ids.get('E0') ?? ''], fields: { teamId: south }, from: TODAY, today: TODAY },
      ...{ own: false, revision: null, confirmedBy: 'HR' },
    });
  let moving: Promise<unknown> | undefined;
  await scene.in(async (ctx) => {
    await renameTeam(ctx, { teamId: south, name: 'Harbour' });
    moving = scene.in(move);
    // Goes on once the other one waits for the lock that this one holds.
    await waitingForLock(ctx);
  });
  await moving;
  expect(await scene.paths()).toEqual(['Harbour', 'North']);
});

it('says in the log which fields of people became Cadre’s own, also where no value changed', async () => {
  const scene = await TeamScene.open({ tenant, ...database }, ['North']);
  const ids = await scene.in((ctx) => listIdsByExternalId(ctx, new Set(['E0'])));
  const own = () =>
    scene.in((ctx) =>
      changePersonFields(ctx, {
        ...{ employeeIds: [ids.get('E0') ?? ''], fields: { title: 'Guard' }, from: TODAY, today: TODAY },
        ...{ own: true, revision: null, confirmedBy: 'HR' },
      }),
    );
  expect(await own()).toMatchObject({ changed: 0 });
  await own();
  const entries = await scene.in(({ tx }) =>
    tx.selectFrom('auditEntries').select('details').where('action', '=', 'employee.own').execute(),
  );
  expect(entries.map(({ details }) => details)).toEqual([{ fields: ['title'], people: 1 }]);
});

async function waitingForLock({ tx }: TenantContext): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ waits: boolean }>`
      select exists (select 1 from pg_locks mine join pg_locks other
                        on other.locktype = mine.locktype and other.classid = mine.classid and other.objid = mine.objid
                     where mine.locktype = 'advisory' and mine.pid = pg_backend_pid() and mine.granted
                       and not other.granted) as waits`.execute(tx);
    if (rows[0]?.waits) return;
  }
}
