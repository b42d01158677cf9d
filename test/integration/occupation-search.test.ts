import { beforeAll, describe, expect, it } from 'vitest';
import { withSystem } from '#db/system';
import { importRelease } from '#test/fixtures/onet/import-release';
import { GUARDS, MANAGERS, OTHERS, releaseFiles } from '#test/fixtures/onet/release-files';
import { releaseFolders } from '#test/fixtures/onet/write-release';
import { fixtureInput } from '#test/fixtures/sources/read-source-file';
import { takeSource } from '#test/fixtures/sources/take-source';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import {
  listOccupations,
  majorGroups,
  type OccupationQuestion,
} from '~/modules/occupations/queries/list-occupations';

const LAMPS = '99-0000.01';
let db: TestDatabase;
let a: string;
let b: string;
let files: ReturnType<typeof releaseFiles>;
let write: Awaited<ReturnType<typeof releaseFolders>>;

beforeAll(async () => {
  db = await openTestDatabase();
  [a, b] = [(await db.newOrganization()).organizationId, (await db.newOrganization()).organizationId];
  write = await releaseFolders();
  files = releaseFiles('A2');
  await importRelease(db.system, await write.folder('release', files));
  const unknown = { description: null, sector: null, jobZone: null, jobZoneInferred: false };
  await db.tenant(a, ({ tx }) =>
    tx
      .insertInto('ownOccupations')
      .values([
        { soc: GUARDS, title: 'House Guards', occupationGroup: null, ...unknown },
        { soc: LAMPS, title: 'Lamp Lighters', occupationGroup: 'Ours', ...unknown, jobZone: 4 },
      ])
      .execute(),
  );
});

const page = (organizationId: string, question: Partial<OccupationQuestion>) =>
  db.tenant(organizationId, (ctx) => listOccupations(ctx, { limit: 50, ...question }));
const found = async (organizationId: string, query: string) =>
  (await page(organizationId, { query })).items.map(({ soc, matchedTitle }) => [soc, matchedTitle ?? null]);
const socs = async (organizationId: string, question: Partial<OccupationQuestion>) =>
  (await page(organizationId, question)).items.map(({ soc }) => soc);

describe('the list of occupations', () => {
  it('finds by own, alternate, short and reported titles, and says which one', async () => {
    expect(await found(b, 'security managers')).toEqual([[MANAGERS, null]]);
    expect(await found(b, 'doorkee')).toEqual([[GUARDS, 'Doorkeeper']]);
    expect(await found(b, 'CGO')).toEqual([[MANAGERS, 'CGO']]);
    expect(await found(b, 'head of security')).toEqual([[MANAGERS, 'Head of Security']]);
    expect(await found(b, 'gate guards')).toEqual([[GUARDS, 'Gate Guard']]);
  });

  it('finds with typing errors, below what is spelled right', async () => {
    const { items } = await page(b, { query: 'secuirty' });
    expect(items.map(({ soc }) => soc)).toEqual([GUARDS, MANAGERS]);
    const [right] = (await page(b, { query: 'security' })).items;
    expect(items[0]?.score).toBeLessThan(right?.score ?? 0);
  });

  it("shows an organization's own title in place of the shared one, with the job zone that only that has", async () => {
    expect(await found(a, 'house guard')).toEqual([[GUARDS, null]]);
    expect(await found(b, 'house guard')).toEqual([]);
    expect(await found(a, 'lamp lighters')).toEqual([[LAMPS, null]]);
    expect(await found(b, 'lamp lighters')).toEqual([]);
    const [own] = (await page(a, { query: GUARDS })).items;
    expect(own).toMatchObject({ soc: GUARDS, title: 'House Guards', jobZone: 2, own: true });
  });

  it('narrows by job zone, major group and codes, and counts what is left', async () => {
    expect(await socs(a, { jobZone: 4 })).toEqual([MANAGERS, LAMPS]);
    expect(await socs(a, { group: '11' })).toEqual([MANAGERS, OTHERS]);
    expect(await socs(a, { socs: [GUARDS, LAMPS], group: '33' })).toEqual([GUARDS]);
    expect(await page(b, { query: 'managers', limit: 1 })).toMatchObject({
      total: 2,
      next: expect.any(String),
    });
    expect(await page(b, { jobZone: 5 })).toEqual({ items: [], total: 0, next: null });
  });

  it('narrows to those with published figures, their own or those of their SOC code', async () => {
    expect(await socs(b, { evidence: true })).toEqual([]);
    await takeSource(db, fixtureInput('job-exposure.csv'));
    expect(await socs(b, { evidence: true })).toEqual([MANAGERS, GUARDS]);
  });

  it('names groups by the classification where the source of the occupation does not', async () => {
    await takeSource(db, fixtureInput('soc-structure.csv'));
    await withSystem(db.system, ({ tx }) =>
      tx.insertInto('occupations').values({ soc: '15-1211.00', title: 'Systems Analysts' }).execute(),
    );
    const [item] = (await page(b, { query: '15-1211' })).items;
    expect(item?.group).toBe('Computer and Mathematical Occupations');
    expect(await db.tenant(b, majorGroups)).toContainEqual({
      code: '15',
      title: 'Computer and Mathematical Occupations',
    });
  });

  it('finds the titles of a table as soon as it is loaded again', async () => {
    expect(await found(b, 'wicket keeper')).toEqual([]);
    const titles = files['Alternate Titles.txt'] ?? '';
    const changed = { ...files, 'Alternate Titles.txt': titles.replace('Doorkeeper', 'Wicket Keeper') };
    await importRelease(db.system, await write.folder('again', changed));
    expect(await found(b, 'wicket keeper')).toEqual([[GUARDS, 'Wicket Keeper']]);
    expect(await found(b, 'doorkeeper')).toEqual([]);
  });
});
