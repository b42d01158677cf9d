import { beforeAll, describe, expect, it } from 'vitest';
import { withSystem } from '#db/system';
import { importRelease } from '#test/fixtures/onet/import-release';
import { GUARDS, MANAGERS, OTHERS, releaseFiles, skills } from '#test/fixtures/onet/release-files';
import { faultOf, storedReleases } from '#test/fixtures/onet/stored-releases';
import { type ReleaseFolders, releaseFolders } from '#test/fixtures/onet/write-release';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { getOnetOccupation } from '~/modules/occupations/queries/onet-occupation';
import { listOnetReleases } from '~/modules/occupations/queries/onet-releases';

let db: TestDatabase;
let write: ReleaseFolders;
let organizationId: string;
beforeAll(async () => {
  db = await openTestDatabase();
  write = await releaseFolders();
  organizationId = (await db.newOrganization()).organizationId;
});

const occupation = (soc: string, release?: string) =>
  db.tenant(organizationId, (ctx) => getOnetOccupation(ctx, { soc, release }));
const names = (items: readonly { name: string }[] | undefined) => items?.map(({ name }) => name);
const rowsOf = (report: { tables: readonly { dataset: string; rows: number }[] }) =>
  Object.fromEntries(report.tables.map(({ dataset, rows }) => [dataset, rows]));

describe('importing a release', () => {
  it('takes all rows of a folder of packed files, tells the layout, and fills the catalogue', async () => {
    const report = await importRelease(
      db.system,
      await write.folder('any', releaseFiles('A2'), { gzip: true }),
    );
    expect(report).toMatchObject({
      release: '30.2',
      layout: 'A2',
      partial: false,
      changed: true,
      occupationsChanged: 3,
    });
    expect(rowsOf(report)).toEqual({
      ...{ alternate_titles: 3, emerging_tasks: 1, job_zones: 2, occupation_data: 3, related_occupations: 2 },
      ...{ reported_titles: 2, scales_reference: 1, skills: 8, task_statements: 4, technology_skills: 3 },
      ...{ tools_used: 2, work_styles: 3 },
    });
    const catalogue = await withSystem(db.system, ({ tx }) =>
      tx
        .selectFrom('occupations')
        .select(['soc', 'title', 'jobZone', 'jobZoneInferred'])
        .orderBy('soc')
        .execute(),
    );
    expect(catalogue).toEqual([
      { soc: MANAGERS, title: 'Security Managers', jobZone: 4, jobZoneInferred: false },
      { soc: OTHERS, title: 'Managers, All Other', jobZone: null, jobZoneInferred: false },
      { soc: GUARDS, title: 'Security Guards', jobZone: 2, jobZoneInferred: false },
    ]);
  });

  it('gives an organization all that the release says of an occupation, and hides what is to be suppressed', async () => {
    const found = await occupation(MANAGERS);
    expect(found).toMatchObject({
      ...{
        soc: MANAGERS,
        title: 'Security Managers',
        jobZone: 4,
        release: '30.2',
        borrowed: [],
        releases: ['30.2'],
      },
      titles: [
        { title: 'Security Lead', kind: 'alternate' },
        { title: 'Chief Guard Officer', kind: 'alternate' },
        { title: 'Head of Security', kind: 'reported' },
      ],
      related: [
        { soc: GUARDS, title: 'Security Guards', tier: 'Primary-Short' },
        { soc: OTHERS, title: 'Managers, All Other', tier: 'Supplemental' },
      ],
    });
    const attributes = found?.attributes;
    expect(attributes?.skills.map(({ name, value, level }) => [name, value, level])).toEqual([
      ['Monitoring', 4.12, 4],
      ['Reading Comprehension', 3.88, 4.12],
      ['Repairing', 1.25, null],
    ]);
    expect(attributes?.workStyles.map(({ name, scale, value }) => [name, scale, value])).toEqual([
      ['Caution', 'WI', 2.3],
      ['Innovation', 'WI', -0.5],
    ]);
    expect(attributes?.tasks[0]).toEqual({
      name: 'Plan who guards what, and "when".',
      taskId: 101,
      type: 'Core',
      importance: null,
    });
    expect(attributes?.technology[1]).toEqual({
      ...{
        name: 'Camera viewer',
        category: 'Video software',
        categoryCode: '43232100',
        hot: true,
        inDemand: true,
      },
    });
    expect((await occupation(GUARDS))?.attributes.tools).toEqual([
      { name: 'Torch 6" beam', category: 'Flashlight', categoryCode: '39111610' },
    ]);
  });

  it('gives an occupation without data empty lists, and nothing for a code that the release lacks', async () => {
    const others = await occupation(OTHERS);
    expect(others?.jobZone).toBeNull();
    expect(Object.values(others?.attributes ?? {}).every((list) => list.length === 0)).toBe(true);
    expect(await occupation('11-1011.00')).toBeNull();
    await expect(occupation(MANAGERS, '28.1')).rejects.toThrow('28.1 is not loaded');
  });

  it('changes nothing when it comes again, also as a zip', async () => {
    const before = await storedReleases(db.system);
    const report = await importRelease(db.system, await write.zip('db_30_2_text.zip', releaseFiles('A2')));
    expect(report.changed).toBe(false);
    expect(new Set(report.tables.map(({ outcome }) => outcome))).toEqual(new Set(['unchanged']));
    expect(await storedReleases(db.system)).toBe(before);
  });

  it('takes A1 and B beside it, each by its own names, and an older one leaves the catalogue alone', async () => {
    const a1 = await importRelease(db.system, await write.folder('old', releaseFiles('A1')));
    expect(a1).toMatchObject({ release: '29.0', layout: 'A1', occupationsChanged: 0 });
    expect(a1.tables.find(({ dataset }) => dataset === 'alternate_titles')).toMatchObject({
      rows: 4,
      repeated: 1,
    });
    expect(names((await occupation(MANAGERS, '29.0'))?.attributes.workStyles)).toEqual([
      'Dependability',
      'Effort',
    ]);
    const b = await importRelease(db.system, await write.zip('new.zip', releaseFiles('B')));
    expect(b).toMatchObject({ release: '31.0', layout: 'B' });
    const newest = await occupation(MANAGERS);
    expect(newest?.release).toBe('31.0');
    expect(names(newest?.attributes.skills)).toEqual(['Monitoring', 'Reading Comprehension', 'Repairing']);
    expect(newest?.attributes.technology).toEqual([
      expect.objectContaining({
        name: 'Roster planner',
        category: 'Calendar software',
        categoryCode: '5.A.1',
      }),
    ]);
    expect(newest?.titles[0]?.title).toBe('Security Lead');
    expect(newest?.borrowed).toEqual([{ family: 'tools', release: '30.2' }]);
    expect(newest?.releases).toEqual(['31.0', '30.2']);
  });

  it('lists the releases, the newest first, with their attribution', async () => {
    const releases = await db.tenant(organizationId, listOnetReleases);
    expect(releases.map(({ release, layout, partial }) => [release, layout, partial])).toEqual([
      ['31.0', 'B', false],
      ['30.2', 'A2', false],
      ['29.0', 'A1', false],
    ]);
    expect(releases[1]).toMatchObject({
      licence: 'CC BY 4.0',
      attribution: expect.stringContaining('O*NET 30.2 Database by'),
    });
  });
});

describe('a partial release', () => {
  it('overlays: it fills what a later release lacks, says so, and replaces nothing', async () => {
    const before = releaseFiles('A2');
    const { 'Skills.txt': _skills, ...rest } = before;
    const place = await write.folder('30.9', { ...rest, 'Read Me.txt': 'O*NET 30.9 Database\r\n' });
    await importRelease(db.system, place);
    const titles = (await occupation(MANAGERS, '30.9'))?.titles;
    const ratings = await write.folder('ratings', { 'Skills.txt': skills().replaceAll('3.88', '4.50') });
    expect(await faultOf(() => importRelease(db.system, ratings))).toMatch(
      /^ratings Nothing says which release/,
    );
    const report = await importRelease(db.system, ratings, { release: '30.8' });
    expect(report).toMatchObject({ partial: true, layout: 'A2', occupationsChanged: 0 });
    const found = await occupation(MANAGERS, '30.9');
    expect(names(found?.attributes.skills)).toEqual(['Reading Comprehension', 'Monitoring', 'Repairing']);
    expect(found?.borrowed).toEqual([{ family: 'skills', release: '30.8' }]);
    expect(found?.titles).toEqual(titles);
    expect(names((await occupation(MANAGERS, '30.2'))?.attributes.skills)?.[0]).toBe('Monitoring');
    expect((await occupation(MANAGERS))?.release).toBe('31.0');
  });

  it('of a release that is there replaces the tables that it has and leaves the others', async () => {
    const corrected = await write.folder('corrected', { 'Skills.txt': skills().replaceAll('4.12', '4.99') });
    await importRelease(db.system, corrected, { release: '30.2' });
    const found = await occupation(MANAGERS, '30.2');
    expect(found?.attributes.skills[0]?.value).toBe(4.99);
    expect(found?.attributes.tools).toHaveLength(1);
    const left = await withSystem(db.system, ({ tx }) =>
      tx
        .selectFrom('onetRatings as r')
        .leftJoin('onetTables as t', (join) =>
          join.onRef('t.loadId', '=', 'r.loadId').onRef('t.dataset', '=', 'r.dataset'),
        )
        .select('r.loadId')
        .where('t.loadId', 'is', null)
        .execute(),
    );
    expect(left).toEqual([]);
  });
});
