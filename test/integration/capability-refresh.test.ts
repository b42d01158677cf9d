import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TenantContext } from '#db/tenancy';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { markEverythingChanged } from '~/modules/capability/commands/mark-everything-changed';
import { refreshCapability } from '~/modules/capability/commands/refresh-capability';
import { sumPeopleOverviews } from '~/modules/capability/data/person-overview';
import { quarterUpTo } from '~/modules/capability/domain/overview/development-velocity';
import { importTargets } from '~/modules/people/commands/import-targets';
import { addDays } from '~/shared/calendar-day';
import { cellsByTheBook } from './cells-by-the-book';
import { countedBothWays } from './counted-both-ways';
import { applyEdit, TARGETS } from './engine/apply-edit';
import { drain, noon } from './engine/drain';
import { type Edit, edits, everybody, PEOPLE, type Person, SOCS, waits } from './engine/edits';
import { readCells, readFigures } from './engine/stored-figures';
import { storedAndCounted } from './stored-and-counted';

const TODAY = '2026-11-21';
const NOW = new Date('2026-11-21T12:00:00Z');

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});

describe('the capability engine', () => {
  it('gives the same bits incrementally, rebuilt and by the pure formulas', async () => {
    await fc.assert(
      fc.asyncProperty(everybody, edits, waits, async (start, sequence, waiting) => {
        const { organizationId } = await db.newOrganization();
        let today = TODAY;
        const inTenant = <T>(work: (ctx: TenantContext) => Promise<T>) =>
          db.tenant(organizationId, work, noon(today));
        await inTenant((ctx) =>
          importTargets(ctx, { file: 'targets.csv', text: TARGETS, today: '2020-01-01', importedBy: 'test' }),
        );
        const all: Edit[] = [{ kind: 'people', people: start, ahead: 0 }, ...sequence];
        for (const [at, edit] of all.entries()) {
          if (edit.kind === 'days') today = addDays(today, edit.days);
          else await inTenant((ctx) => applyEdit(ctx, edit, today));
          // Some changes, and days, go by before the worker comes to it.
          if (waiting[at] && at < all.length - 1) continue;
          await inTenant(drain);
          const { counted, summed } = await inTenant(countedBothWays);
          expect(counted).toEqual(summed);
        }
        const incremental = await inTenant(readCells);
        const compact = await inTenant(readFigures);
        const overview = await inTenant((ctx) => sumPeopleOverviews(ctx, quarterUpTo(today).from));
        await inTenant(markEverythingChanged);
        // In steps of two people, so that teams wait for those who are behind.
        while ((await inTenant((ctx) => refreshCapability(ctx, 2))).remaining > 0);
        const rebuilt = await inTenant(readCells);
        expect(rebuilt).toEqual(incremental);
        expect(await inTenant(readFigures)).toEqual(compact);
        expect(await inTenant((ctx) => sumPeopleOverviews(ctx, quarterUpTo(today).from))).toEqual(overview);
        for (const parent of [null, 'North / Dock']) {
          const [stored, counted] = await inTenant((ctx) => storedAndCounted(ctx, parent));
          expect(counted).toEqual(stored);
        }
        expect(await inTenant((ctx) => cellsByTheBook(ctx, today))).toEqual(incremental);
      }),
      { numRuns: 60, endOnFailure: true },
    );
  }, 240_000);

  it('keeps the dirty list and every figure when a refresh dies before its end', async () => {
    const { organizationId } = await db.newOrganization();
    const people = Array.from(
      { length: PEOPLE },
      (_, i): Person => ({
        team: i % 5,
        status: 'active',
        available: true,
        occupation: SOCS[0] ?? '',
        band: 2,
        site: 'Harbour',
        kind: 'employee',
      }),
    );
    await db.tenant(
      organizationId,
      (ctx) => applyEdit(ctx, { kind: 'people', people, ahead: 0 }, TODAY),
      NOW,
    );
    const dying = db.tenant(
      organizationId,
      async (ctx) => {
        await refreshCapability(ctx);
        throw new Error('killed');
      },
      NOW,
    );
    await expect(dying).rejects.toThrow('killed');
    expect(await db.tenant(organizationId, readCells, NOW)).toEqual([]);
    await db.tenant(organizationId, drain, NOW);
    const cells = await db.tenant(organizationId, readCells, NOW);
    expect(cells.length).toBeGreaterThan(0);
    await db.tenant(organizationId, (ctx) => ctx.tx.deleteFrom('heatmapCells').execute(), NOW);
    await db.tenant(organizationId, markEverythingChanged, NOW);
    const step = () => db.tenant(organizationId, (ctx) => refreshCapability(ctx, 3), NOW);
    // Seven people: three, and as many wait behind them with the teams; three and the teams, once; one.
    expect(await step()).toMatchObject({ people: 3, teams: 0 });
    expect(await db.tenant(organizationId, readCells, NOW)).toEqual([]);
    expect((await step()).teams).toBeGreaterThan(0);
    await db.tenant(organizationId, drain, NOW);
    expect(await db.tenant(organizationId, readCells, NOW)).toEqual(cells);
  });
});
