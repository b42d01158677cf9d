import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { bytesInput, fixtureBytes, fixtureInput, fixtureText } from '#test/fixtures/sources/read-source-file';
import { sourceCounts, takeSource } from '#test/fixtures/sources/take-source';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { socGroups, socLineage } from '~/modules/occupations/queries/crosswalk-groups';
import { occupationsOfProgramme, programmesOf } from '~/modules/occupations/queries/crosswalk-programmes';

let db: TestDatabase;
let reader: string;
beforeAll(async () => {
  db = await openTestDatabase();
  reader = (await db.newOrganization()).organizationId;
});

const programmes = (soc: string) => db.tenant(reader, (ctx) => programmesOf(ctx, soc));

describe('the crosswalk', () => {
  it('is loaded with its rows counted, and those without a match stay out of lookups', async () => {
    const report = await takeSource(db, fixtureInput('crosswalk.csv'));
    expect(report).toMatchObject({
      kind: 'cip_soc_crosswalk',
      release: 'CIP 2020, SOC 2018',
      changed: true,
      rows: 6,
      counts: { links: 4, programmesWithoutOccupation: 1, occupationsWithoutProgramme: 1 },
    });
    expect(await programmes('55-3016')).toMatchObject({ programmes: [], release: null });
    expect(await programmes('99-9999')).toMatchObject({ programmes: [] });
  });

  it('gives a detailed occupation the programmes of its SOC code in the order of the file', async () => {
    expect(await programmes('11-3013.01')).toMatchObject({
      soc: '11-3013',
      socTitle: 'Facilities Managers',
      programmes: [
        { code: '15.1501', title: 'Making Things Work.' },
        { code: '19.0604', title: 'Houses and Their Care.' },
      ],
    });
    expect(await db.tenant(reader, (ctx) => occupationsOfProgramme(ctx, '01.0101'))).toEqual([
      { code: '11-9013', title: 'Farmers, Ranchers, and Other Agricultural Managers' },
    ]);
  });

  it('changes nothing when it comes again, plain or packed, under any name', async () => {
    const before = await sourceCounts(db);
    const again = bytesInput('other name.csv.gz', gzipSync(fixtureBytes('crosswalk.csv')));
    expect(await takeSource(db, again)).toMatchObject({ changed: false, rows: 6 });
    expect(await sourceCounts(db)).toEqual(before);
  });

  it('is replaced by other content of its release, and switched with another release and back', async () => {
    const other = fixtureText('crosswalk.csv').replace('Houses and Their Care.', 'Houses.');
    await takeSource(db, bytesInput('crosswalk.csv', other));
    expect((await programmes('11-3013')).programmes[1]).toEqual({ code: '19.0604', title: 'Houses.' });
    expect(await sourceCounts(db)).toMatchObject({ cipSocLinks: 6, sourceSets: 1 });
    await takeSource(db, fixtureInput('crosswalk.csv'), { release: 'CIP 2030' });
    expect(await programmes('11-3013')).toMatchObject({ release: 'CIP 2030' });
    expect(await takeSource(db, bytesInput('crosswalk.csv', other))).toMatchObject({
      changed: true,
      rows: 6,
    });
    expect(await programmes('11-3013')).toMatchObject({ release: 'CIP 2020, SOC 2018' });
  });
});

describe('the code list', () => {
  it('keeps codes as text that a spreadsheet wraps', async () => {
    const report = await takeSource(db, fixtureInput('cip-codes.csv', 3));
    expect(report).toMatchObject({
      kind: 'cip_codes',
      rows: 3,
      counts: { families: 1, series: 1, programmes: 1 },
    });
    const rows = await db.tenant(reader, ({ tx }) =>
      tx.selectFrom('cipCodes').select(['cipCode', 'definition', 'textChanged']).orderBy('line').execute(),
    );
    expect(rows.map(({ cipCode }) => cipCode)).toEqual(['01', '01.00', '01.0000']);
    expect(rows[1]?.definition).toBe('See 01.0000. Some call it "Land, and Beasts" in their own list.');
    expect(rows[2]?.definition).toBe('What a person learns who wants to keep a "small" farm.');
    expect(rows[0]?.textChanged).toBe(true);
  });
});

describe('the structures of occupations', () => {
  it('give the groups above an occupation, with odd minor and broad groups', async () => {
    const soc = await takeSource(db, fixtureInput('soc-structure.csv'));
    expect(soc.counts).toEqual({ major: 2, minor: 3, broad: 3, detailed: 4, onet: 0 });
    const codes = async (code: string) =>
      (await db.tenant(reader, (ctx) => socLineage(ctx, code))).map((group) => group.code);
    expect(await codes('15-1211')).toEqual(['15-0000', '15-1200', '15-1210', '15-1211']);
    expect(await codes('29-1221.00')).toEqual(['29-0000', '29-1000', '29-1210', '29-1221']);
    expect(await codes('53-0000')).toEqual([]);
  });

  it('are made one: titles of O*NET-SOC, definitions of SOC, and O*NET occupations below', async () => {
    const onet = await takeSource(db, fixtureInput('onet-soc-structure.csv'));
    expect(onet.counts).toMatchObject({ detailed: 1, onet: 1 });
    const line = await db.tenant(reader, (ctx) => socLineage(ctx, '15-1211.01'));
    expect(line.map(({ code, title }) => `${code} ${title}`)).toEqual([
      '15-0000 Computer and Mathematical Occupations',
      '15-1200 Computer Occupations',
      '15-1210 Analysts',
      '15-1211 Computer Systems Analysts',
      '15-1211.01 Health Informatics Specialists',
    ]);
    expect(line[3]?.definition).toContain('what a system should do');
    const groups = await db.tenant(reader, socGroups);
    expect(groups).toHaveLength(13);
    expect(groups.filter(({ level }) => level === 'major').map(({ parent }) => parent)).toEqual([null, null]);
  });
});
