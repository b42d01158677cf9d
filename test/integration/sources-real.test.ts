import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { withSystem } from '#db/system';
import { realFileText } from '#test/fixtures/frameworks/read-framework-file';
import { realInput } from '#test/fixtures/sources/read-source-file';
import { takeSource } from '#test/fixtures/sources/take-source';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { joinTasksOfOnet } from '~/modules/occupations/commands/import-ai-evidence-tasks';
import { splitCipLine } from '~/modules/occupations/domain/crosswalk/cip-line';
import { exposuresOf } from '~/modules/occupations/queries/ai-evidence-exposures';
import { aiEvidenceOf } from '~/modules/occupations/queries/ai-evidence-of';
import { socGroups, socLineage } from '~/modules/occupations/queries/crosswalk-groups';
import { programmesOf } from '~/modules/occupations/queries/crosswalk-programmes';
import { standardsOf } from '~/modules/occupations/queries/standard-list';
import { getStandard } from '~/modules/occupations/queries/standard-page';

const MANAGERS = '11-3013.01';
const FIRST = 'data/aei/release_2025_02_10';
const IMPACTS = 'data/aei/labor_market_impacts';
const tasksFile = realInput('data/onet/30.2/Task Statements.txt.gz');
const present = realInput('data/crosswalks/CIP2020_SOC2018_Crosswalk.csv.gz') !== null && tasksFile !== null;
const seed = realFileText('004');

let db: TestDatabase;
let reader: string;
beforeAll(async () => {
  db = await openTestDatabase();
  reader = (await db.newOrganization()).organizationId;
});

/** Imports a real file; fails where it is not there. */
async function take(path: string, options = {}) {
  const input = realInput(path);
  if (!input) throw new Error(`${path} is not there`);
  return takeSource(db, input, options);
}

async function* realTasks() {
  const text = Readable.from(tasksFile?.open() ?? []).pipe(createGunzip());
  let header = true;
  for await (const line of createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY })) {
    const [soc = '', taskId = '', task = ''] = line.split('\t');
    if (!header) yield { soc, taskId, text: task };
    header = false;
  }
}

describe.runIf(present)('the real crosswalk and structures', () => {
  it('have the rows and levels of the published files', async () => {
    const links = await take('data/crosswalks/CIP2020_SOC2018_Crosswalk.csv.gz');
    expect(links).toMatchObject({ rows: 6097, counts: { programmesWithoutOccupation: 194, links: 5723 } });
    const codes = await take('data/crosswalks/CIPCode2020.csv.gz');
    expect(codes).toMatchObject({ rows: 2848, counts: { families: 50, series: 473, programmes: 2325 } });
    const soc = await take('data/crosswalks/SOC2018_structure_BLS-Import.csv');
    expect(soc.counts).toEqual({ major: 23, minor: 98, broad: 459, detailed: 867, onet: 0 });
    const onet = await take('data/crosswalks/ONET-SOC2019_structure.csv');
    expect(onet).toMatchObject({
      rows: 1596,
      counts: { major: 23, minor: 98, broad: 459, detailed: 867, onet: 149 },
    });
    expect(await take('data/crosswalks/CIPCode2020.csv.gz')).toMatchObject({ changed: false });
  });

  it('give the 13 programmes of the run-on line of the page, in its order', async () => {
    const { programmes, socTitle } = await db.tenant(reader, (ctx) => programmesOf(ctx, MANAGERS));
    expect(socTitle).toBe('Facilities Managers');
    expect(programmes).toHaveLength(13);
    const page = realFileText('002') ?? '';
    const line = page.split('\n').find((text) => /^\s*(\d{2}\.\d{4}){13}\s*$/.test(text)) ?? '';
    expect(splitCipLine(line)).toEqual({ codes: programmes.map(({ code }) => code), rest: '' });
  });

  it('give every detailed occupation its four levels', async () => {
    const groups = await db.tenant(reader, socGroups);
    expect(groups).toHaveLength(1596);
    const lineage = async (soc: string) =>
      (await db.tenant(reader, (ctx) => socLineage(ctx, soc))).map(({ code }) => code);
    expect(await lineage(MANAGERS)).toEqual(['11-0000', '11-3000', '11-3010', '11-3013', MANAGERS]);
    expect(await lineage('29-1221.00')).toEqual(['29-0000', '29-1000', '29-1210', '29-1221']);
    expect(await lineage('15-1252.00')).toEqual(['15-0000', '15-1200', '15-1250', '15-1252']);
    const parents = new Map(groups.map(({ code, parent }) => [code, parent]));
    const detailed = groups.filter(({ level }) => level === 'detailed');
    const tops = detailed.map(({ code }) => parents.get(parents.get(parents.get(code) ?? '') ?? ''));
    expect(tops.every((top, index) => top === `${detailed[index]?.code.slice(0, 2)}-0000`)).toBe(true);
  });
});

describe.runIf(present)('the real files about AI', () => {
  it('have the rows of the published files', async () => {
    await withSystem(db.system, (ctx) => joinTasksOfOnet(ctx, { release: '30.2', taskTexts: realTasks() }));
    expect(await take(`${IMPACTS}/job_exposure.csv`)).toMatchObject({ rows: 756, counts: { figures: 756 } });
    expect(await take(`${IMPACTS}/task_penetration.csv.gz`)).toMatchObject({
      rows: 17998,
      counts: { figures: 17998, repeated: 6, matchedTasks: 17439, unmatchedTasks: 559 },
    });
    expect(await take(`${FIRST}/onet_task_statements.csv.gz`)).toMatchObject({ rows: 19530 });
    expect(await take(`${FIRST}/onet_task_mappings.csv.gz`)).toMatchObject({
      kind: 'aei_task_share',
      release: 'release_2025_02_10',
      rows: 3514,
      counts: { matchedTasks: 2932, unmatchedTasks: 581, matchedInOwnList: 3513, unmatchedInOwnList: 0 },
    });
    expect(await take(`${FIRST}/automation_vs_augmentation.csv`)).toMatchObject({ rows: 6 });
    expect(await take(`${FIRST}/bls_employment_may_2023.csv`)).toMatchObject({ rows: 22 });
    expect(await take(`${FIRST}/wage_data.csv`)).toMatchObject({ rows: 1090 });
    const other = 'data/ai-exposure-other';
    expect(await take(`${other}/msft_soc_ai_applicability_scores.csv`)).toMatchObject({ rows: 785 });
    expect(await take(`${other}/msft_soc_metrics.csv`)).toMatchObject({ rows: 785 });
    expect(await take(`${other}/msft_iwa_metrics.csv`)).toMatchObject({ rows: 332 });
    expect(await take(`${other}/gpts-are-gpts_occ_level.csv`)).toMatchObject({ rows: 923 });
  });

  it('label the values of a SOC code that stand for a detailed occupation', async () => {
    const of = async (soc: string, measure: string) => {
      const { evidence } = await db.tenant(reader, (ctx) => aiEvidenceOf(ctx, soc));
      return evidence.find((row) => row.measure === measure);
    };
    expect(await of(MANAGERS, 'observed_exposure')).toMatchObject({
      value: 0.1345,
      release: 'labor_market_impacts',
      inheritedFrom: '11-3013 Facilities Managers',
    });
    expect(await of('13-1199.07', 'observed_exposure')).toMatchObject({
      value: 0.1846,
      inheritedFrom: '13-1199 Business Operations Specialists, All Other',
    });
    expect(await of(MANAGERS, 'dv_rating_beta')).not.toHaveProperty('inheritedFrom');
    expect(await of(MANAGERS, 'tasks_with_observed_use')).toMatchObject({ n: 28 });
    expect(await of('55-3016.00', 'observed_exposure')).toMatchObject({ value: 'no data' });
    const { bySoc } = await db.tenant(reader, (ctx) => exposuresOf(ctx, ['11-1031.00', '55-3016.00']));
    expect(bySoc.get('11-1031.00')?.exposure).toBe(0);
    expect(bySoc.get('55-3016.00')?.exposure).toBeNull();
  });

  it('never keep -1 for a missing value', async () => {
    const rows = await withSystem(db.system, ({ tx }) =>
      tx.selectFrom('aiFigures').select('measure').where('figure', '<', 0).execute(),
    );
    expect(rows).toEqual([]);
  });
});

describe.runIf(seed !== null)('the real standard', () => {
  it('has 40 criteria under 5 activities, 34 knowledge items under 7 headings, and is overdue for review', async () => {
    await withSystem(db.system, ({ tx }) =>
      tx.insertInto('occupations').values({ soc: MANAGERS, title: 'Security Managers' }).execute(),
    );
    const content = new TextEncoder().encode(seed ?? '');
    const input = {
      name: 'standard.txt',
      async *open() {
        yield content;
      },
    };
    const link = { socs: [MANAGERS], linkedBy: 'A. Person' };
    const report = await takeSource(db, input, { link });
    expect(report).toMatchObject({
      release: 'SFSSCM4 version 2',
      counts: { activities: 5, performance: 40, knowledge: 34, glossary: 7, linked: 1 },
      warnings: [],
    });
    const page = await db.tenant(reader, (ctx) => getStandard(ctx, { urn: 'SFSSCM4', asOf: '2026-11-21' }));
    expect(page.performance.map(({ statements }) => statements.length)).toEqual([10, 9, 9, 7, 5]);
    expect(page.knowledge.map(({ statements }) => statements.length)).toEqual([1, 9, 8, 6, 6, 3, 1]);
    expect(page.performance.at(-1)?.statements.at(-1)?.id).toBe('SFSSCM4#P40');
    expect(page).toMatchObject({
      approvedYear: 2017,
      reviewDate: '2020',
      validity: 'Current',
      reviewOverdue: true,
    });
    expect(page.keywords).toHaveLength(9);
    expect(page.relevantOccupations).toContain('Security Managers');
    const [item] = await db.tenant(reader, (ctx) => standardsOf(ctx, MANAGERS, '2020-12-31'));
    expect(item).toMatchObject({ urn: 'SFSSCM4', version: '2', reviewOverdue: false });
  });
});
