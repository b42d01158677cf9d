import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runImport } from '#bin/cadre/import-command';
import type { ImportOptions } from '#bin/cadre/import-options';
import { withSystem } from '#db/system';
import { fixtureText, LER_FIXTURE } from '#test/fixtures/frameworks/read-framework-file';
import { PROFILE_TEXT } from '#test/fixtures/onet/profile-text';
import { GUARDS, MANAGERS, releaseFiles, skills } from '#test/fixtures/onet/release-files';
import { type ReleaseFolders, releaseFolders } from '#test/fixtures/onet/write-release';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { getFramework } from '~/modules/frameworks/queries/get-framework';
import { compareReleases } from '~/modules/occupations/queries/onet-difference';
import { listOnetProfiles } from '~/modules/occupations/queries/onet-profiles';

let db: TestDatabase;
let write: ReleaseFolders;
let organization: { organizationId: string; slug: string };
beforeAll(async () => {
  db = await openTestDatabase();
  write = await releaseFolders();
  organization = await db.newOrganization();
});

async function run(places: readonly string[], options: ImportOptions = {}) {
  const out: string[] = [];
  const err: string[] = [];
  const services = {
    system: () => db.system,
    database: () => db.database,
    out: (text: string) => out.push(text),
    err: (text: string) => err.push(text),
  };
  const code = await runImport(services, places, options);
  const here = (lines: readonly string[]) => lines.join('\n').replaceAll(`${write.root}${path.sep}`, '');
  return { code, out: here(out), err: here(err) };
}

const asReader = <T>(work: Parameters<typeof db.tenant<T>>[1]) =>
  db.tenant(organization.organizationId, work);

describe('cadre import of O*NET data', () => {
  it('tells each table of a release, leaves frameworks alone, and takes a dry run back', async () => {
    await run([await write.file('ler.json', fixtureText(LER_FIXTURE))]);
    const place = await write.folder('db_30_2_text', { ...releaseFiles('A2'), 'Notes.txt': 'Hello.\n' });
    const dry = await run([place], { dryRun: true });
    expect(dry.out.split('\n')[0]).toBe('db_30_2_text: O*NET 30.2, layout A2 (dry run, taken back)');
    const real = await run([place]);
    expect(real).toMatchObject({ code: 0, err: '' });
    expect(real.out.split('\n')).toEqual([
      'db_30_2_text: O*NET 30.2, layout A2',
      'db_30_2_text: Alternate Titles.txt: 3 rows, loaded',
      'db_30_2_text: Emerging Tasks.txt: 1 rows, loaded',
      'db_30_2_text: Job Zones.txt: 2 rows, loaded',
      'db_30_2_text: Occupation Data.txt: 3 rows, loaded',
      'db_30_2_text: Related Occupations.txt: 2 rows, loaded',
      'db_30_2_text: Sample of Reported Titles.txt: 2 rows, loaded',
      'db_30_2_text: Scales Reference.txt: 1 rows, loaded',
      'db_30_2_text: Skills.txt: 8 rows, loaded',
      'db_30_2_text: Task Statements.txt: 4 rows, loaded',
      'db_30_2_text: Technology Skills.txt: 3 rows, loaded',
      'db_30_2_text: Tools Used.txt: 2 rows, loaded',
      'db_30_2_text: Work Styles.txt: 3 rows, loaded',
      'db_30_2_text: Notes.txt: not a table, passed over',
      'db_30_2_text: 3 occupations of the catalogue changed',
    ]);
    const framework = await asReader((ctx) => getFramework(ctx, { soc: GUARDS, instrument: 'mastery' }));
    expect(framework.version).toBe('v.26.04');
    expect((await run([place])).out.split('\n').at(-1)).toBe('db_30_2_text: nothing changed');
  });

  it('takes a single table with --release, and prints JSON', async () => {
    const place = await write.file('Skills.txt', skills());
    const { code, out } = await run([place], { release: '30.0', json: true });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      items: [
        {
          kind: 'onet-release',
          changed: true,
          details: { release: '30.0', partial: true, tables: [{ rows: 8 }] },
        },
      ],
    });
  });

  it('names the place of a fault in a folder and in a single file, and belongs to no organization', async () => {
    const broken = skills().replace('\t2.A.1.a\t', '\t');
    const folder = await write.folder('30.1', { 'Skills.txt': broken });
    const words = 'The row has 12 cells, the header has 13.';
    expect(await run([folder])).toEqual({ code: 1, out: '', err: `30.1/Skills.txt:2: ${words}` });
    const file = await write.file('one/Skills.txt', broken);
    expect((await run([file], { release: '30.1' })).err).toContain(`one/Skills.txt:2: ${words}`);
    const refused = await run([folder], { org: organization.slug });
    expect(refused.err).toContain('leave --org out');
  });

  it('keeps a profile text as a source of its own, of unknown release, once', async () => {
    const place = await write.file('profile.txt', PROFILE_TEXT);
    const listed =
      'profile.txt: 33-9032.00 Security Guards: 2 tasks, 0 skills, 2 technology entries, 2 tools';
    expect(await run([place])).toEqual({ code: 0, out: listed, err: '' });
    expect((await run([place])).out).toBe(`${listed}: nothing changed`);
    const profiles = await asReader((ctx) => listOnetProfiles(ctx, GUARDS));
    expect(profiles).toHaveLength(1);
    expect(profiles[0]).toMatchObject({
      ...{
        skills: [],
        tools: [
          { text: 'Torch', category: 'Flashlight' },
          { text: 'Whistle', category: null },
        ],
      },
      source: { release: 'unknown', fileName: 'profile.txt' },
    });
  });
});

describe('the difference between two releases', () => {
  beforeAll(async () => {
    await run([await write.folder('29.0', releaseFiles('A1'))]);
  });

  it('is told by codes and task ids: added, removed, reworded, titles and job zones', async () => {
    const difference = await asReader((ctx) => compareReleases(ctx, { from: '29.0', to: '30.2' }));
    expect(difference).toEqual({
      ...{ from: '29.0', to: '30.2' },
      occupations: { added: [], removed: [], retitled: [], redescribed: [] },
      tasks: {
        added: [{ soc: MANAGERS, taskId: 103, text: 'Train new guards.' }],
        removed: [{ soc: MANAGERS, taskId: 100, text: 'Write reports.' }],
        reworded: [
          {
            soc: MANAGERS,
            taskId: 101,
            before: 'Plan who guards what.',
            after: 'Plan who guards what, and "when".',
          },
        ],
      },
      alternateTitles: {
        added: [{ soc: MANAGERS, title: 'Security Lead' }],
        removed: [{ soc: GUARDS, title: 'Night Warden' }],
      },
      reportedTitles: { added: [], removed: [] },
      jobZones: [{ soc: MANAGERS, before: 3, after: 4 }],
    });
  });

  it('is the reverse in the other direction, and can be asked of one occupation', async () => {
    const back = await asReader((ctx) => compareReleases(ctx, { from: '30.2', to: '29.0', soc: GUARDS }));
    expect(back.tasks).toEqual({ added: [], removed: [], reworded: [] });
    expect(back.alternateTitles).toEqual({ added: [{ soc: GUARDS, title: 'Night Warden' }], removed: [] });
    expect(back.jobZones).toEqual([]);
  });

  it('says nothing of a table that one of them lacks, and refuses a release that is not loaded', async () => {
    const partial = await withSystem(db.system, (ctx) => compareReleases(ctx, { from: '30.0', to: '30.2' }));
    expect([partial.tasks, partial.occupations, partial.jobZones]).toEqual([null, null, null]);
    await expect(
      withSystem(db.system, (ctx) => compareReleases(ctx, { from: '28.0', to: '30.2' })),
    ).rejects.toThrow('28.0 is not loaded');
  });
});
