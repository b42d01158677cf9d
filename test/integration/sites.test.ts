import { beforeAll, describe, expect, it } from 'vitest';
import type { TenantContext } from '#db/tenancy';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { addSite, removeSite, renameSite } from '~/modules/people/commands/change-sites';
import { importEmployees } from '~/modules/people/commands/import-employees';
import { mergeSites } from '~/modules/people/commands/merge-sites';
import { listSites } from '~/modules/people/queries/list-sites';

const FORMER = '2026-06-01';
const TODAY = '2026-11-21';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});

async function openScene() {
  const { organizationId } = await db.newOrganization();
  const inside = <T>(work: (ctx: TenantContext) => Promise<T>, day = TODAY) =>
    db.tenant(organizationId, work, new Date(`${day}T12:00:00Z`));
  const people = (rows: readonly (readonly [string, string])[], day = TODAY) => {
    const lines = rows.map(([id, site]) => `${id},${id},,Guard,Gate,${site},2020-01-01`);
    const text = ['external_id,name,email,title,team,site,started_on', ...lines, ''].join('\n');
    return inside(
      (ctx) => importEmployees(ctx, { file: 'e.csv', text, today: day, importedBy: 'test' }),
      day,
    );
  };
  const counts = async () =>
    Object.fromEntries(
      (await inside((ctx) => listSites(ctx, TODAY))).map((site) => [site.name, site.people]),
    );
  const id = async (name: string) =>
    (await inside((ctx) => listSites(ctx, TODAY))).find((site) => site.name === name)?.siteId ?? '';
  return { inside, people, counts, id };
}

describe('a site', () => {
  it('is merged into another with everybody of all days; periods that differed in it alone become one', async () => {
    const { inside, people, counts, id } = await openScene();
    await people(
      [
        ['E1', 'Quay'],
        ['E2', 'Quay'],
        ['E3', 'Dock'],
      ],
      FORMER,
    );
    await people([
      ['E1', 'Dock'],
      ['E2', 'Quay'],
      ['E3', 'Dock'],
    ]);
    expect(await counts()).toEqual({ Dock: 2, Quay: 1 });
    const [siteId, into] = [await id('Quay'), await id('Dock')];
    await expect(inside((ctx) => mergeSites(ctx, { siteId, into, seen: 1 }))).rejects.toThrow(
      'changed while',
    );
    await expect(inside((ctx) => mergeSites(ctx, { siteId, into: siteId }))).rejects.toThrow('another site');
    expect(await inside((ctx) => mergeSites(ctx, { siteId, into, seen: 2 }))).toBe(2);
    expect(await counts()).toEqual({ Dock: 3 });
    const periods = await inside((ctx) => ctx.tx.selectFrom('employments').select('siteId').execute());
    expect(periods).toEqual([{ siteId: into }, { siteId: into }, { siteId: into }]);
    expect(
      await people([
        ['E1', 'Dock'],
        ['E2', 'Dock'],
        ['E3', 'Dock'],
      ]),
    ).toMatchObject({ unchanged: 3 });
  });

  it('is added and renamed under a name that no other has, and removed only when nobody was ever there', async () => {
    const { inside, people, counts, id } = await openScene();
    await people([['E1', 'Quay']]);
    const siteId = await inside((ctx) => addSite(ctx, { name: ' Yard ' }));
    await expect(inside((ctx) => addSite(ctx, { name: 'Quay' }))).rejects.toThrow(
      'There is a site called Quay',
    );
    await expect(inside((ctx) => addSite(ctx, { name: 'qUAY' }))).rejects.toThrow('a site called Quay');
    await expect(inside((ctx) => renameSite(ctx, { siteId, name: 'Quay' }))).rejects.toThrow('called Quay');
    await expect(inside((ctx) => renameSite(ctx, { siteId, name: '' }))).rejects.toThrow('a name');
    await expect(inside((ctx) => renameSite(ctx, { siteId, name: 'Pen', seen: 'Old' }))).rejects.toThrow(
      'renamed',
    );
    await inside((ctx) => renameSite(ctx, { siteId, name: 'YARD', seen: 'Yard' }));
    expect(await counts()).toEqual({ YARD: 0, Quay: 1 });
    await inside((ctx) => removeSite(ctx, siteId));
    const quay = await id('Quay');
    await expect(inside((ctx) => removeSite(ctx, quay))).rejects.toThrow('cannot be removed');
    expect(await counts()).toEqual({ Quay: 1 });
    const audit = await inside((ctx) =>
      ctx.tx.selectFrom('auditEntries').select('details').where('action', '=', 'site.change').execute(),
    );
    expect(audit.map(({ details }) => (details as { what?: string }).what)).toEqual([
      'add',
      'rename',
      'remove',
    ]);
  });
});
