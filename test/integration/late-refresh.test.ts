import { beforeAll, describe, expect, it } from 'vitest';
import type { TenantContext } from '#db/tenancy';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { changePersonFields } from '~/modules/people/commands/change-person-fields';
import { addDays } from '~/shared/calendar-day';
import { cellsByTheBook } from './cells-by-the-book';
import { applyEdit } from './engine/apply-edit';
import { drain, noon } from './engine/drain';
import { type Person, SOCS } from './engine/edits';
import { readCells } from './engine/stored-figures';

const TODAY = '2026-11-21';
/** The day on which the worker runs again: a planned change became true meanwhile, and nothing was computed. */
const LATER = addDays(TODAY, 5);

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});

describe('a refresh days after the one before', () => {
  it('forgets nobody in a team that a planned move was to leave, when another is entered for days before', async () => {
    const { on, people } = await organization();
    await people([1], '2019-01-01');
    await people([0], '2020-01-01');
    await people([3], addDays(TODAY, 3));
    await on(TODAY, drain);
    await on(LATER, async (ctx) => {
      const { employeeId } = await ctx.tx
        .selectFrom('employees')
        .select('employeeId')
        .executeTakeFirstOrThrow();
      const { teamId } = await ctx.tx
        .selectFrom('teams')
        .select('teamId')
        .where('name', '=', 'Dock')
        .executeTakeFirstOrThrow();
      await changePersonFields(ctx, {
        ...{ employeeIds: [employeeId], fields: { teamId }, from: addDays(TODAY, -4), today: LATER },
        ...{ own: false, revision: null, confirmedBy: 'test' },
      });
    });
    await on(LATER, drain);
    await on(LATER, expectCellsByTheBook);
  });

  it('forgets no team above that a planned move was to leave, when another is entered for days before', async () => {
    const { on, people } = await organization();
    await people([0, 1, 2, 3, 4], '2020-01-01');
    const move = (under: number, day: string, ahead: number) =>
      on(day, (ctx) => applyEdit(ctx, { kind: 'move', team: 2, under, ahead }, day));
    await move(3, TODAY, 3);
    await on(TODAY, drain);
    await move(0, LATER, -9);
    await on(LATER, drain);
    await on(LATER, expectCellsByTheBook);
  });
});

async function organization() {
  const { organizationId } = await db.newOrganization();
  const on = <T>(day: string, work: (ctx: TenantContext) => Promise<T>) =>
    db.tenant(organizationId, work, noon(day));
  /** People in teams from a day on, told on TODAY or before. */
  const people = (teams: readonly number[], day: string) =>
    on(day < TODAY ? day : TODAY, (ctx) =>
      applyEdit(ctx, { kind: 'people', people: teams.map(personIn), ahead: 0 }, day),
    );
  return { on, people };
}

function personIn(team: number): Person {
  return {
    ...{ team, status: 'active', available: true, occupation: SOCS[0], band: 2 },
    ...{ site: '', kind: 'employee' },
  };
}

async function expectCellsByTheBook(ctx: TenantContext): Promise<void> {
  expect(await readCells(ctx)).toEqual(await cellsByTheBook(ctx, LATER));
}
