import { beforeAll, describe, expect, it } from 'vitest';
import { withSystem } from '#db/system';
import { bytesInput, fixtureInput, fixtureText } from '#test/fixtures/sources/read-source-file';
import { sourceCounts, takeSource } from '#test/fixtures/sources/take-source';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { linkStandard, unlinkStandard } from '~/modules/occupations/commands/import-standard-link';
import { listStandards, standardsOf } from '~/modules/occupations/queries/standard-list';
import { citedStatement, getStandard } from '~/modules/occupations/queries/standard-page';
import { Conflict, InvalidInput, NotFound } from '~/shared/errors';

const SOC = '33-9032.00';
const PAGE = fixtureText('standard.txt');
let db: TestDatabase;
let reader: string;
beforeAll(async () => {
  db = await openTestDatabase();
  reader = (await db.newOrganization()).organizationId;
  await withSystem(db.system, ({ tx }) =>
    tx.insertInto('occupations').values({ soc: SOC, title: 'Security Guards' }).execute(),
  );
});

const page = (asOf = '2026-11-21') =>
  db.tenant(reader, (ctx) => getStandard(ctx, { urn: 'TST DK 12', asOf }));
const linked = (asOf: string) => db.tenant(reader, (ctx) => standardsOf(ctx, SOC, asOf));

describe('a national occupational standard', () => {
  it('is taken in with criteria and knowledge under their headings, cited by number', async () => {
    const report = await takeSource(db, fixtureInput('standard.txt'));
    expect(report).toMatchObject({
      kind: 'uk_nos',
      release: 'TSTDK12 version 3',
      changed: true,
      counts: { activities: 2, performance: 4, knowledge: 3, glossary: 2, linked: 0 },
      warnings: [],
    });
    const standard = await page();
    expect(
      standard.performance.map(({ heading, statements }) => [heading, statements.map(({ id }) => id)]),
    ).toEqual([
      ['Know who is expected', ['TSTDK12#P1', 'TSTDK12#P2']],
      ['Open and close the door', ['TSTDK12#P3', 'TSTDK12#P4']],
    ]);
    expect(standard.knowledge.map(({ heading }) => heading)).toEqual(['The house', 'Know who is expected']);
    expect(standard).toMatchObject({
      approvedYear: 2016,
      reviewDate: 'Mar 2019',
      reviewOverdue: true,
      keywords: ['Doors', 'keys', 'locks'],
      relevantOccupations: ['Security Guards', 'Porters'],
      sections: { Values: 'Calm before speed' },
    });
    expect((await page('2019-03-31')).reviewOverdue).toBe(false);
    expect((await page('2019-04-01')).reviewOverdue).toBe(true);
  });

  it('gives the statement that a citation names', async () => {
    const cited = (text: string) => db.tenant(reader, (ctx) => citedStatement(ctx, text));
    expect(await cited('tst dk 12#p2')).toMatchObject({
      id: 'TSTDK12#P2',
      heading: 'Know who is expected',
      text: 'ask whoever is not on it for a name and write it down',
    });
    expect(await cited('TSTDK12#K3')).toMatchObject({ text: 'what to do without a list' });
    for (const none of ['TSTDK12#P5', 'TSTDK12#X1', 'NOSUCH1#P1', 'TSTDK12'])
      expect(await cited(none)).toBeNull();
  });

  it('is linked to an occupation by a named person, once', async () => {
    expect(await linked('2026-11-21')).toEqual([]);
    const link = (over: object = {}) =>
      withSystem(db.system, (ctx) =>
        linkStandard(ctx, { soc: SOC, urn: 'TSTDK12', linkedBy: 'A. Person', ...over }),
      );
    await expect(link({ linkedBy: ' ' })).rejects.toBeInstanceOf(InvalidInput);
    await expect(link({ soc: '11-1011.00' })).rejects.toBeInstanceOf(NotFound);
    await expect(link({ urn: 'OTHER1' })).rejects.toBeInstanceOf(NotFound);
    expect(await link()).toBe(true);
    expect(await link({ linkedBy: 'Somebody else' })).toBe(false);
    expect(await linked('2026-11-21')).toMatchObject([
      { urn: 'TSTDK12', title: 'Keep a door', version: '3', reviewOverdue: true, linkedBy: 'A. Person' },
    ]);
    expect((await page()).occupations).toMatchObject([{ soc: SOC, linkedBy: 'A. Person' }]);
  });

  it('changes nothing when it comes again, and another text of the same version is for a person to decide', async () => {
    const before = await sourceCounts(db);
    expect(await takeSource(db, fixtureInput('standard.txt'))).toMatchObject({ changed: false });
    const other = bytesInput('other.txt', PAGE.replace('only from the inside', 'from either side'));
    await expect(takeSource(db, other)).rejects.toBeInstanceOf(Conflict);
    expect(await sourceCounts(db)).toEqual(before);
    expect(await takeSource(db, other, { replace: true })).toMatchObject({ changed: true });
    expect((await page()).performance[1]?.statements[0]?.text).toBe('open the door from either side');
    expect(await linked('2026-11-21')).toHaveLength(1);
    expect(await sourceCounts(db)).toMatchObject({ standards: 1, standardStatements: 7, standardTerms: 2 });
  });

  it('keeps versions beside each other, with links of their own', async () => {
    const next = PAGE.replace('Version Number\n\n3', 'Version Number\n\n4').replace('Mar 2019', '2031');
    await takeSource(db, bytesInput('next.txt', next), { link: { socs: [SOC], linkedBy: 'A. Person' } });
    expect(
      (await db.tenant(reader, (ctx) => listStandards(ctx, '2026-11-21'))).map((item) => item.version),
    ).toEqual(['3', '4']);
    expect(
      (await linked('2026-11-21')).map(({ version, reviewOverdue }) => [version, reviewOverdue]),
    ).toEqual([
      ['3', true],
      ['4', false],
    ]);
    const unlink = (version?: string) =>
      withSystem(db.system, (ctx) =>
        unlinkStandard(ctx, { soc: SOC, urn: 'TSTDK12', ...(version ? { version } : {}) }),
      );
    await expect(unlink()).rejects.toBeInstanceOf(Conflict);
    expect(await unlink('3')).toBe(true);
    expect(await unlink('3')).toBe(false);
    expect(await linked('2026-11-21')).toHaveLength(1);
  });

  it('leaves nothing when the occupation of its link is not there', async () => {
    const before = await sourceCounts(db);
    const fifth = PAGE.replace('Version Number\n\n3', 'Version Number\n\n5');
    const link = { socs: ['11-1011.00'], linkedBy: 'A. Person' };
    await expect(takeSource(db, bytesInput('fifth.txt', fifth), { link })).rejects.toBeInstanceOf(NotFound);
    expect(await sourceCounts(db)).toEqual(before);
  });
});
