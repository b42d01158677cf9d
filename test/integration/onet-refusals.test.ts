import { beforeAll, describe, expect, it } from 'vitest';
import { connectSystem, withSystem } from '#db/system';
import { importRelease } from '#test/fixtures/onet/import-release';
import { MANAGERS, OTHERS, type ReleaseFiles, releaseFiles, skills } from '#test/fixtures/onet/release-files';
import { faultOf, storedReleases } from '#test/fixtures/onet/stored-releases';
import { type ReleaseFolders, releaseFolders } from '#test/fixtures/onet/write-release';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { planOnetRelease } from '~/modules/occupations/commands/import-onet-plan';
import { importOnetRelease } from '~/modules/occupations/commands/import-onet-release';
import { openOnetSource } from '~/modules/occupations/commands/import-onet-source';
import { getOnetOccupation } from '~/modules/occupations/queries/onet-occupation';

let db: TestDatabase;
let write: ReleaseFolders;
let organizationId: string;
beforeAll(async () => {
  db = await openTestDatabase();
  write = await releaseFolders();
  organizationId = (await db.newOrganization()).organizationId;
  await importRelease(db.system, await write.folder('served', releaseFiles('A2')));
});

const occupation = (soc: string, release?: string) =>
  db.tenant(organizationId, (ctx) => getOnetOccupation(ctx, { soc, release }));

describe('an import that does not come to its end', () => {
  const good = () => releaseFiles('A2');
  const changed = (name: string, from: string | RegExp, to: string): ReleaseFiles => {
    const files = good();
    return { ...files, [name]: (files[name] ?? '').replace(from, to) };
  };

  it.each([
    [
      'a ragged row',
      'Tools Used.txt',
      '\t46171600',
      '',
      /^Tools Used\.txt:2 The row has 3 cells, the header has 4\.$/,
    ],
    [
      'a type that changes half-way',
      'Task Statements.txt',
      '\t103\t',
      '\tx103\t',
      /^Task Statements\.txt:4 Task ID is "x103"/,
    ],
    [
      'a column that is missing',
      'Job Zones.txt',
      'Job Zone',
      'Zone',
      /^Job Zones\.txt:1 The column Job Zone is missing/,
    ],
    [
      'carriage returns alone',
      'Tools Used.txt',
      /\r\n/g,
      '\r',
      /^Tools Used\.txt:1 A carriage return stands alone/,
    ],
    [
      'a repeated occupation',
      'Occupation Data.txt',
      OTHERS,
      MANAGERS,
      /^Occupation Data\.txt:3 The row repeats that of line 2/,
    ],
    ['an empty file', 'Job Zones.txt', /^.*$/s, '', /^Job Zones\.txt:1 The file is empty/],
    ['commas', 'Job Zones.txt', /\t/g, ',', /^Job Zones\.txt:1 The header has one column/],
    [
      'a ragged row in a table that is only kept',
      'Emerging Tasks.txt',
      '\tNew',
      '',
      /^Emerging Tasks\.txt:2 The row has 6 cells/,
    ],
  ])('is refused for %s, leaves nothing, and what was served is served', async (_, name, from, to, fault) => {
    const before = await storedReleases(db.system);
    const place = await write.folder('broken', changed(name, from, to));
    expect(await faultOf(() => importRelease(db.system, place))).toMatch(fault);
    expect(await storedReleases(db.system)).toBe(before);
    expect((await occupation(MANAGERS, '30.2'))?.attributes.tools).toHaveLength(1);
  });

  it('is refused for two layouts in one, a table twice, a folder without tables, and two names of the release', async () => {
    const mixed = await write.folder('mixed', { ...releaseFiles('B'), 'Skills.txt': skills() });
    expect(await faultOf(() => importRelease(db.system, mixed))).toMatch(
      /Skills and [A-Z][a-z A-Z]+ belong to two layouts/,
    );
    const twice = await write.folder('twice', { 'Skills.txt': skills() });
    await write.file('twice/Skills.txt.gz', 'x');
    expect(await faultOf(() => importRelease(db.system, twice, { release: '30.0' }))).toMatch(/there twice/);
    const none = await write.folder('30.1', { 'Notes.txt': 'a\tb\n' });
    expect(await faultOf(() => importRelease(db.system, none))).toMatch(/no table of the O\*NET database/);
    const named = await write.folder('named', good());
    expect(await faultOf(() => importRelease(db.system, named, { release: '30.0' }))).toMatch(
      /The Read Me says release 30\.2, --release says 30\.0/,
    );
    expect(await faultOf(() => importRelease(db.system, named, { release: 'latest' }))).toMatch(
      /such as 30\.2/,
    );
  });

  it('leaves nothing when it is stopped or its connection dies half-way', async () => {
    const before = await storedReleases(db.system);
    const place = await write.folder('stopped', changed('Skills.txt', '3.88', '3.99'));
    const stop = new AbortController();
    const seen: number[] = [];
    const stopped = importRelease(db.system, place, {
      signal: stop.signal,
      onProgress: ({ share }) => {
        seen.push(share);
        if (share > 0.5) stop.abort();
      },
    });
    await expect(stopped).rejects.toThrow('aborted');
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(await storedReleases(db.system)).toBe(before);
    await killHalfWay(place);
    expect(await storedReleases(db.system)).toBe(before);
    const report = await importRelease(db.system, place);
    expect(report.tables.filter(({ outcome }) => outcome === 'loaded').map(({ dataset }) => dataset)).toEqual(
      ['skills'],
    );
    expect((await occupation(MANAGERS, '30.2'))?.attributes.skills.map(({ value }) => value)).toEqual([
      4.12, 3.99, 1.25,
    ]);
  });

  /** Imports on a connection of its own, which dies after all tables are loaded and before the end. */
  async function killHalfWay(place: string): Promise<void> {
    const doomed = connectSystem(db.urls.owner, 'cadre-doomed');
    const source = await openOnetSource(place);
    const plan = await planOnetRelease(source);
    const killed = withSystem(doomed, async (ctx) => {
      await importOnetRelease(ctx, plan);
      expect((await occupation(MANAGERS, '30.2'))?.attributes.skills[0]?.value).toBe(4.12);
      await withSystem(connectSystem(db.urls.admin), ({ script }) =>
        script(
          `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'cadre-doomed'`,
        ),
      );
    });
    await expect(killed).rejects.toThrow('lost');
    await doomed.close();
  }
});
