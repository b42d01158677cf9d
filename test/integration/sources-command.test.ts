import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importCatalogueFile } from '#bin/cadre/import-catalogue-file';
import type { ImportOptions } from '#bin/cadre/import-options';
import { withSystem } from '#db/system';
import { fixturePath } from '#test/fixtures/sources/read-source-file';
import { sourceCounts } from '#test/fixtures/sources/take-source';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';

let db: TestDatabase;
let folder: string;
beforeAll(async () => {
  db = await openTestDatabase();
  await withSystem(db.system, ({ tx }) =>
    tx.insertInto('occupations').values({ soc: '33-9032.00', title: 'Security Guards' }).execute(),
  );
  folder = await mkdtemp(path.join(tmpdir(), 'cadre-sources-'));
  const release = path.join(folder, 'release_2025_02_10');
  for (const name of ['task-share.csv', 'task-list.csv', 'patterns.csv'])
    await cp(fixturePath(name), path.join(release, name));
  await writeFile(path.join(release, 'README.md'), 'Nothing to import.\n');
});
afterAll(() => rm(folder, { recursive: true }));

/** Takes what stands at a path as the command does; null when no recogniser knows it. */
async function take(place: string, options: ImportOptions = {}) {
  const services = { system: () => db.system, database: () => db.database, out: () => {}, err: () => {} };
  return importCatalogueFile(services, place, options);
}

describe('sources on the command line', () => {
  it('are taken in one by one, with their counts as words', async () => {
    const report = await take(fixturePath('crosswalk.csv'));
    expect(report).toMatchObject({ kind: 'cip_soc_crosswalk', changed: true });
    expect(report?.lines).toEqual([
      'cip soc crosswalk CIP 2020, SOC 2018: 6 rows, 4 links, 1 programmes without occupation, 1 occupations without programme',
    ]);
    expect((await take(fixturePath('crosswalk.csv')))?.lines).toEqual([
      'cip soc crosswalk CIP 2020, SOC 2018: nothing changed',
    ]);
  });

  it('leave nothing of a dry run', async () => {
    const before = await sourceCounts(db);
    expect(await take(fixturePath('job-exposure.csv'), { dryRun: true })).toMatchObject({ changed: true });
    expect(await sourceCounts(db)).toEqual(before);
  });

  it('are taken from a folder, task lists first; other files are named, and the folder names the release', async () => {
    const report = await take(path.join(folder, 'release_2025_02_10'));
    expect(report?.lines).toHaveLength(4);
    expect(report?.lines[0]).toContain(
      'task-list.csv: aei task statements release_2025_02_10: 3 rows, 3 tasks',
    );
    expect(report?.lines.join('\n')).toContain('2 matched in own list, 1 unmatched in own list');
    expect(report?.lines.at(-1)).toMatch(/^not taken with these: .*README\.md$/);
  });

  it('link a standard to the occupations that a named person tells', async () => {
    const place = fixturePath('standard.txt');
    await expect(take(place, { soc: ['33-9032.00'] })).rejects.toThrow('the name of the person');
    const report = await take(place, { soc: ['33-9032.00'], by: 'A. Person' });
    expect(report?.lines[0]).toContain('uk nos TSTDK12 version 3: 7 rows, 2 activities, 4 performance');
    expect(await sourceCounts(db)).toMatchObject({ standardLinks: 1 });
  });

  it('belong to no organization, and other files are left to others', async () => {
    await expect(take(fixturePath('wages.csv'), { org: 'a' })).rejects.toThrow('leave --org out');
    expect(await take(fixturePath('read-source-file.ts'))).toBeNull();
  });
});
