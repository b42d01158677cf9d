import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { withSystem } from '#db/system';
import { realFileText } from '#test/fixtures/frameworks/read-framework-file';
import { importRelease } from '#test/fixtures/onet/import-release';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { parseExchangeText } from '~/modules/frameworks/domain/parse-exchange-text';
import { importOnetProfile } from '~/modules/occupations/commands/import-onet-profile';
import type { OnetReport } from '~/modules/occupations/commands/import-onet-release';
import { parseOnetProfile } from '~/modules/occupations/domain/onet/parse-onet-profile';
import { onetAnchors } from '~/modules/occupations/queries/onet-anchors';
import { compareReleases } from '~/modules/occupations/queries/onet-difference';
import { getOnetOccupation } from '~/modules/occupations/queries/onet-occupation';
import { listOnetProfiles } from '~/modules/occupations/queries/onet-profiles';

const DATA = fileURLToPath(new URL('../../../shared/data/onet/', import.meta.url));
const present = existsSync(DATA);
if (!present)
  console.warn(
    'NOT RUN ON THE REAL RELEASES: ../shared/data/onet is not here, only own fixtures were tested.',
  );
const page = realFileText('002');
const profileText = realFileText('003');
const MANAGERS = '11-3013.01';

const ROWS_30_2 = {
  ...{ occupation_data: 1_016, alternate_titles: 57_543, reported_titles: 7_953, task_statements: 18_796 },
  ...{ emerging_tasks: 328, work_styles: 37_422, technology_skills: 32_773, tools_used: 41_662 },
  ...{ unspsc_reference: 4_264, job_zones: 923, job_zone_reference: 4, related_occupations: 18_460 },
  ...{ scales_reference: 31, content_model_reference: 630, iwa_reference: 332, dwa_reference: 2_087 },
  ...{ tasks_to_dwas: 23_850, education_training_and_experience: 37_125, level_scale_anchors: 483 },
  ...{ education_training_and_experience_categories: 41, occupation_level_metadata: 32_202 },
  ...{ work_context_categories: 281, task_categories: 7 },
};
const TABLES = [
  ...[
    'onetOccupations',
    'onetTitles',
    'onetTasks',
    'onetRatings',
    'onetTechnology',
    'onetTools',
    'onetJobZones',
  ],
  ...['onetJobZoneNames', 'onetRelated', 'onetScales', 'onetElements', 'onetOtherRows'],
] as const;

const rowsOf = ({ tables }: OnetReport) =>
  Object.fromEntries(tables.map(({ dataset, rows }) => [dataset, rows]));
const sum = (report: OnetReport) => report.tables.reduce((rows, table) => rows + table.rows, 0);

describe.runIf(present)('the real releases 30.2, 30.0 (ratings) and 29.0', () => {
  let db: TestDatabase;
  let organizationId: string;
  let newest: OnetReport;
  let ratings: OnetReport;
  let older: OnetReport;
  beforeAll(async () => {
    db = await openTestDatabase();
    organizationId = (await db.newOrganization()).organizationId;
    newest = await importRelease(db.system, `${DATA}30.2`);
    ratings = await importRelease(db.system, `${DATA}30.0-ratings`, { release: '30.0' });
    older = await importRelease(db.system, `${DATA}29.0`);
  });

  it('load to exactly the row counts of formats 1.1, no row lost', async () => {
    expect(newest).toMatchObject({
      release: '30.2',
      layout: 'A2',
      partial: false,
      occupationsChanged: 1_016,
    });
    expect(rowsOf(newest)).toMatchObject(ROWS_30_2);
    expect(ratings).toMatchObject({ release: '30.0', layout: 'A1', partial: true, occupationsChanged: 0 });
    expect(rowsOf(ratings)).toEqual({ skills: 62_580, knowledge: 59_004, abilities: 92_976 });
    expect(older).toMatchObject({ release: '29.0', layout: 'A1', partial: false, occupationsChanged: 0 });
    expect(rowsOf(older)).toMatchObject({ skills: 61_530, knowledge: 58_014, work_styles: 14_064 });
    expect(older.tables.filter(({ repeated }) => repeated > 0)).toMatchObject([
      { dataset: 'alternate_titles', repeated: 2 },
    ]);
    const stored = await withSystem(db.system, async ({ tx }) => {
      let rows = 0;
      for (const table of TABLES) {
        const counted = await tx
          .selectFrom(table)
          .select(({ fn }) => fn.countAll<number>().as('n'))
          .executeTakeFirst();
        rows += counted?.n ?? 0;
      }
      return rows;
    });
    expect(stored).toBe(sum(newest) + sum(ratings) + sum(older));
    expect([...newest.tables, ...ratings.tables, ...older.tables].flatMap(({ unread }) => unread)).toEqual(
      [],
    );
  });

  it('differ from 29.0 to 30.2 as formats 1.1 says', async () => {
    const difference = await db.tenant(organizationId, (ctx) =>
      compareReleases(ctx, { from: '29.0', to: '30.2' }),
    );
    const { tasks, alternateTitles, jobZones, occupations } = difference;
    expect([tasks?.added.length, tasks?.removed.length, tasks?.reworded.length]).toEqual([21, 21, 5]);
    expect([alternateTitles?.added.length, alternateTitles?.removed.length]).toEqual([3_097, 672]);
    expect(jobZones).toHaveLength(39);
    expect(jobZones?.filter(({ before, after }) => before === 1 && after === 2)).toHaveLength(31);
    expect(occupations).toEqual({ added: [], removed: [], retitled: [], redescribed: [] });
  });

  it('give the source anchors of 11-3013.01 as seed 002 prints them, with ratings of the partial release', async () => {
    const occupation = await db.tenant(organizationId, (ctx) => getOnetOccupation(ctx, { soc: MANAGERS }));
    if (!occupation) throw new Error('the occupation is missing');
    expect(occupation).toMatchObject({
      release: '30.2',
      title: 'Security Managers',
      releases: ['30.2', '30.0'],
    });
    expect(occupation.borrowed.map(({ family, release }) => `${family} ${release}`)).toEqual([
      'skills 30.0',
      'knowledge 30.0',
      'abilities 30.0',
    ]);
    expect(occupation.related).toHaveLength(20);
    const anchors = onetAnchors(occupation);
    const { count, ...lists } = anchors;
    expect(count).toBe(67);
    expect(Object.values(lists).map((list) => list.length)).toEqual([22, 11, 10, 6, 10, 8, 12]);
    const values = occupation.attributes.skills.map(({ value }) => value);
    expect(values).toEqual([...values].sort((a, b) => b - a));
    if (page === null) return;
    const printed = parseExchangeText(page, '002').anchors;
    const set = (kind: string) =>
      new Set(printed.filter((anchor) => anchor.kind === kind).map(({ text }) => text));
    expect(new Set(anchors.skills)).toEqual(set('skill'));
    expect(new Set(anchors.knowledge)).toEqual(set('knowledge'));
    expect(new Set(anchors.abilities)).toEqual(set('ability'));
    expect(new Set(anchors.workStyles)).toEqual(set('work_style'));
    expect(new Set(anchors.technology)).toEqual(set('technology'));
    expect(new Set(anchors.tasks)).toEqual(set('task'));
    expect(new Set(anchors.relatedTitles)).toEqual(set('related_title'));
  });

  it('know no skills of 11-3013.01 in 29.0, which is empty and not borrowed', async () => {
    const occupation = await db.tenant(organizationId, (ctx) =>
      getOnetOccupation(ctx, { soc: MANAGERS, release: '29.0' }),
    );
    expect(occupation?.attributes.skills).toEqual([]);
    expect(occupation?.borrowed).toEqual([]);
    expect(occupation?.attributes.workStyles.every(({ scale }) => scale === 'IM')).toBe(true);
  });

  it.runIf(profileText !== null)(
    'stand beside the profile text of seed 003, which is not mixed with them',
    async () => {
      const profile = parseOnetProfile(profileText ?? '', '003');
      const report = await withSystem(db.system, (ctx) =>
        importOnetProfile(ctx, profile, { name: '003', checksum: 'x' }),
      );
      expect(report).toMatchObject({
        soc: MANAGERS,
        counts: { task: 28, skill: 0, technology: 33, tool: 13 },
      });
      const [view] = await db.tenant(organizationId, (ctx) => listOnetProfiles(ctx, MANAGERS));
      const current = await db.tenant(organizationId, (ctx) => getOnetOccupation(ctx, { soc: MANAGERS }));
      const { tasks, technology, tools } = current?.attributes ?? { tasks: [], technology: [], tools: [] };
      const pairs = (items: readonly { name: string; category: string }[]) =>
        new Set(items.map(({ name, category }) => `${name}: ${category}`));
      const stored = (items: readonly { text: string; category: string | null }[] = []) =>
        new Set(items.map(({ text, category }) => `${text}: ${category}`));
      expect(new Set(view?.tasks.map(({ text }) => text))).toEqual(new Set(tasks.map(({ name }) => name)));
      expect(stored(view?.technology)).toEqual(pairs(technology));
      expect([...stored(view?.tools)].filter((tool) => !pairs(tools).has(tool)).sort()).toEqual([
        'Laptop computers: Notebook computers',
        'Personal computers: Personal computers',
      ]);
      expect(view?.source.release).toBe('unknown');
      expect(current?.description).toBe(view?.description);
    },
  );
});
