import { beforeAll, describe, expect, it } from 'vitest';
import type { TenantContext } from '#db/tenancy';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { deleteView, renameView, saveView } from '~/modules/capability/commands/change-saved-views';
import { listSavedViews } from '~/modules/capability/queries/list-saved-views';

const PARTNER = { id: 'partner', role: 'hr_partner' } as const;
const DIRECTOR = { id: 'director', role: 'director' } as const;
const EXECUTIVE = { id: 'executive', role: 'executive' } as const;

let db: TestDatabase;
let organizationId: string;
beforeAll(async () => {
  db = await openTestDatabase();
  organizationId = (await db.newOrganization()).organizationId;
});
const inTenant = <T>(work: (ctx: TenantContext) => Promise<T>) => db.tenant(organizationId, work);
const save = (who: typeof PARTNER | typeof DIRECTOR, name: string, shared: boolean) =>
  inTenant((ctx) => saveView(ctx, who, { name, shared, search: 'rows=site&figure=unknown' }));
const namesFor = async (who: Parameters<typeof listSavedViews>[1]) =>
  (await inTenant((ctx) => listSavedViews(ctx, who))).map(({ name, keeps }) => `${name}${keeps ? '*' : ''}`);

describe('saved views', () => {
  it('are their owner’s, the shared ones open to all, and kept by their owner and HR partners', async () => {
    await save(PARTNER, 'Sites', false);
    await save(PARTNER, 'For all', true);
    await save(DIRECTOR, 'Night', true);
    expect(await namesFor(PARTNER)).toEqual(['For all*', 'Night*', 'Sites*']);
    expect(await namesFor(DIRECTOR)).toEqual(['For all', 'Night*']);
    expect(await namesFor(EXECUTIVE)).toEqual(['For all', 'Night']);
  });

  it('have a name once for each owner, within bounds', async () => {
    const viewId = await save(PARTNER, '  Twice ', false);
    await expect(save(PARTNER, 'Twice', true)).rejects.toMatchObject({ kind: 'conflict' });
    await save(DIRECTOR, 'Twice', false);
    for (const name of ['  ', 'x'.repeat(101)])
      await expect(save(PARTNER, name, false)).rejects.toMatchObject({ kind: 'invalid-input' });
    const other = await save(PARTNER, 'Other', false);
    const rename = (name: string) => inTenant((ctx) => renameView(ctx, PARTNER, { viewId: other, name }));
    await expect(rename('Twice')).rejects.toMatchObject({ kind: 'conflict' });
    await rename('Other');
    await rename('Third');
    expect(await namesFor(PARTNER)).toEqual(expect.arrayContaining(['Third*', 'Twice*']));
    await inTenant((ctx) => deleteView(ctx, PARTNER, viewId));
    expect(await namesFor(PARTNER)).not.toContain('Twice*');
  });

  it('are renamed and deleted by nobody else, and a private one is not even there', async () => {
    const hidden = await save(DIRECTOR, 'Mine alone', false);
    const shared = await save(DIRECTOR, 'Ours', true);
    const deletes = (who: typeof PARTNER | typeof EXECUTIVE, viewId: string) =>
      inTenant((ctx) => deleteView(ctx, who, viewId));
    await expect(deletes(PARTNER, hidden)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(deletes(EXECUTIVE, 'nothing')).rejects.toMatchObject({ kind: 'not-found' });
    await expect(deletes(EXECUTIVE, shared)).rejects.toMatchObject({ kind: 'invalid-input' });
    await deletes(PARTNER, shared);
    expect(await namesFor(DIRECTOR)).toEqual(expect.arrayContaining(['Mine alone*']));
  });
});
