import { beforeAll, describe, expect, it } from 'vitest';
import { withTenant } from '#db/tenancy';
import { importRelease } from '#test/fixtures/onet/import-release';
import { GUARDS, MANAGERS, releaseFiles } from '#test/fixtures/onet/release-files';
import { releaseFolders } from '#test/fixtures/onet/write-release';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { confirmMappings } from '~/modules/occupations/commands/confirm-mappings';
import { prepareScoring, storeScores } from '~/modules/occupations/commands/score-titles';
import { startConfirming } from '~/modules/occupations/commands/start-confirming';
import { undoConfirmation } from '~/modules/occupations/commands/undo-confirmation';
import type { MappingDecision } from '~/modules/occupations/domain/mapping/mapping-decision';
import type { InboxFilter } from '~/modules/occupations/domain/mapping/mapping-state';
import { decisionsAbove } from '~/modules/occupations/queries/decisions-above';
import { getLastConfirmation } from '~/modules/occupations/queries/last-confirmation';
import { listMappingLines } from '~/modules/occupations/queries/list-mapping-lines';
import { getMappingInbox } from '~/modules/occupations/queries/mapping-inbox';
import { importEmployees } from '~/modules/people/commands/import-employees';
import { getEmployee } from '~/modules/people/queries/get-employee';
import { Conflict, Forbidden, InvalidInput } from '~/shared/errors';

const TODAY = '2026-11-21';
const NOW = new Date(`${TODAY}T10:00:00Z`);
const USER = { kind: 'user', id: 'b3f7f6a2-5a34-4a6a-9a9e-0c6f2f6f1a01' } as const;
const HEADER = 'external_id,name,email,title,team,started_on,occupation';
const PEOPLE = [
  'E1,Ada,,Security Guard,North,2020-01-01,',
  'E2,Ben,,"SECURITY GUARD, Senior",North,2021-01-01,',
  'E3,Cem,,Sr. Security Guards,South,2022-01-01,',
  'E4,Dee,,Security Manager,South,2019-01-01,',
  `E5,Eve,,Security Guard,South,2018-01-01,${MANAGERS}`,
];

let db: TestDatabase;
let write: Awaited<ReturnType<typeof releaseFolders>>;

beforeAll(async () => {
  db = await openTestDatabase();
  write = await releaseFolders();
  await importRelease(db.system, await write.folder('30.2', releaseFiles('A2')));
});

async function organization(lines: readonly string[] = PEOPLE) {
  const { organizationId } = await db.newOrganization();
  const tenant = <T>(work: Parameters<typeof withTenant<T>>[2]) =>
    withTenant(db.database, { organizationId, actor: USER, now: NOW }, work);
  const load = (rows: readonly string[]) =>
    tenant((ctx) =>
      importEmployees(ctx, {
        file: 'people.csv',
        text: [HEADER, ...rows, ''].join('\n'),
        today: TODAY,
        importedBy: 'HR',
      }),
    );
  await load(lines);
  const inbox = (filter: InboxFilter = 'review', query = '') =>
    tenant((ctx) => getMappingInbox(ctx, { day: TODAY, teamIds: null, filter, query, page: 1, limit: 50 }));
  const confirm = (decisions: readonly Partial<MappingDecision>[], from: string | null = null) =>
    tenant((ctx) => confirmMappings(ctx, { decisions: decisions.map(decision), from }, USER.id));
  const person = async (externalId: string, asOf = TODAY) => {
    const { occupations } = await tenant((ctx) => getEmployee(ctx, { externalId }, asOf));
    return occupations.map((one) => [one.soc, one.share, one.roleBand, one.confirmedBy]);
  };
  const score = async (scores: Readonly<Record<string, number>>, unknown: readonly string[] = []) => {
    const unscored = await tenant(prepareScoring);
    await tenant((ctx) =>
      storeScores(
        ctx,
        unscored?.releaseKey ?? '',
        (unscored?.titles ?? []).map((title) => ({
          title,
          candidates: unknown.includes(title)
            ? []
            : [{ soc: GUARDS, title: 'x', score: scores[title] ?? 0, matchedTitle: title, reason: 'test' }],
        })),
      ),
    );
  };
  const undo = async () => {
    const last = await tenant(getLastConfirmation);
    return tenant((ctx) => undoConfirmation(ctx, last?.confirmationId ?? ''));
  };
  return { organizationId, tenant, load, inbox, confirm, person, score, undo };
}

const one = (soc: string, share = 100) => ({ soc, share, roleBand: null });
const decision = (some: Partial<MappingDecision>): MappingDecision => ({
  key: 'security guard',
  version: 0,
  occupations: [one(GUARDS)],
  people: 'waiting',
  ...some,
});

describe('the mapping inbox', () => {
  it('clusters what reads the same and counts its people', async () => {
    const { inbox } = await organization();
    const { titles, totals } = await inbox();
    expect(titles.map(({ key, people, unmapped, waiting }) => [key, people, unmapped, waiting])).toEqual([
      ['security guard', 4, 3, 3],
      ['security manager', 1, 1, 1],
    ]);
    expect(titles[0]?.spellings.map(({ title, people, bandHint }) => [title, people, bandHint])).toEqual([
      ['Security Guard', 2, null],
      ['SECURITY GUARD, Senior', 1, 3],
      ['Sr. Security Guards', 1, 3],
    ]);
    expect(titles[0]?.held).toMatchObject([{ soc: MANAGERS, people: 1 }]);
    expect(totals.review).toEqual({ titles: 2, people: 5 });
    expect((await inbox('all', 'manager')).titles.map(({ key }) => key)).toEqual(['security manager']);
  });

  it('maps who waits, since they have the title, with the band of each title, and names who confirmed', async () => {
    const { confirm, person, inbox, tenant } = await organization();
    expect(await confirm([{}])).toEqual({ titles: 1, people: 3 });
    expect(await person('E1', '2020-01-01')).toEqual([[GUARDS, 100, null, USER.id]]);
    expect(await person('E2')).toEqual([[GUARDS, 100, 3, USER.id]]);
    expect(await person('E5')).toEqual([[MANAGERS, 100, null, 'HR']]);
    expect((await inbox()).titles.map(({ key }) => key)).toEqual(['security manager']);
    const dirty = await tenant(({ tx }) => tx.selectFrom('dirtyPeople').selectAll().execute());
    expect(dirty.length).toBeGreaterThanOrEqual(3);
    const entries = await tenant(({ tx }) =>
      tx.selectFrom('auditEntries').select(['action', 'details', 'actorId']).execute(),
    );
    const entry = entries.find(({ action }) => action === 'mapping.confirm');
    expect(entry?.actorId).toBe(USER.id);
    expect(JSON.stringify(entry?.details)).not.toMatch(/Ada|Guard/);
  });

  it('says as a table whether a title was matched, so that an empty proposal is no answer', async () => {
    const { tenant, score } = await organization();
    const matching = async () => {
      const { header, rows } = await tenant((ctx) => listMappingLines(ctx, { filter: 'review', query: '' }));
      return rows.map((row) => [row[0], row[header.indexOf('occupation')], row[header.indexOf('matching')]]);
    };
    expect(await matching()).toEqual([
      ['Security Guard', '', 'waiting'],
      ['Security Manager', '', 'waiting'],
    ]);
    await score({ 'Security Guard': 0.9 }, ['Security Manager']);
    expect(await matching()).toEqual([
      ['Security Guard', GUARDS, 'matched'],
      ['Security Manager', '', 'nothing_found'],
    ]);
  });

  it('keeps what was held before the day of a change', async () => {
    const { confirm, person } = await organization();
    await confirm([{ people: 'all' }]);
    expect(await person('E5', '2026-11-20')).toEqual([[MANAGERS, 100, null, 'HR']]);
    expect(await person('E5')).toEqual([[GUARDS, 100, null, USER.id]]);
  });

  it('splits over two occupations, and refuses shares that do not make 100 and codes that nobody knows', async () => {
    const { confirm, person } = await organization();
    await expect(confirm([{ occupations: [one(GUARDS, 60), one(MANAGERS, 30)] }])).rejects.toThrow(
      InvalidInput,
    );
    await expect(confirm([{ occupations: [one('99-9999.99')] }])).rejects.toThrow(InvalidInput);
    await confirm([{ occupations: [one(GUARDS, 60), one(MANAGERS, 40)] }]);
    expect(await person('E1')).toEqual([
      [MANAGERS, 40, null, USER.id],
      [GUARDS, 60, null, USER.id],
    ]);
  });

  it('proposes what was decided before to those who come later', async () => {
    const { confirm, load, inbox, tenant } = await organization();
    await confirm([{ occupations: [one(GUARDS, 60), one(MANAGERS, 40)] }]);
    await load(['E9,Fay,,Lead security guard,North,2026-11-01,']);
    const [title] = (await inbox()).titles;
    expect(title).toMatchObject({ key: 'security guard', unmapped: 1, version: 1 });
    expect(title?.remembered?.map(({ soc, share }) => [soc, share])).toEqual([
      [GUARDS, 60],
      [MANAGERS, 40],
    ]);
    const above = await tenant((ctx) => decisionsAbove(ctx, { day: TODAY, teamIds: null }, 1));
    expect(above).toMatchObject({ people: 1, decisions: [{ key: 'security guard', version: 1 }] });
  });

  it('maps single people differently from their cluster, without remembering it', async () => {
    const { confirm, person, inbox, tenant } = await organization();
    const { employeeId } = await tenant((ctx) => getEmployee(ctx, { externalId: 'E1' }, TODAY));
    await confirm([{ people: [employeeId], occupations: [one(MANAGERS)] }]);
    expect(await person('E1')).toEqual([[MANAGERS, 100, null, USER.id]]);
    expect((await inbox()).titles[0]).toMatchObject({ unmapped: 2, version: 0, remembered: null });
    const stranger = 'b3f7f6a2-5a34-4a6a-9a9e-0c6f2f6f1a02';
    await expect(confirm([{ people: [stranger] }])).rejects.toThrow(Conflict);
  });

  it('takes the last confirmation back, but for people who were changed since', async () => {
    const { confirm, person, undo, load, inbox } = await organization();
    await confirm([{ people: 'all' }]);
    await load([`E2,Ben,,"SECURITY GUARD, Senior",North,2021-01-01,${MANAGERS}`]);
    expect(await undo()).toEqual({ people: 3, left: 1 });
    expect(await person('E1')).toEqual([]);
    expect(await person('E2')).toEqual([[MANAGERS, 100, null, 'HR']]);
    expect(await person('E5')).toEqual([[MANAGERS, 100, null, 'HR']]);
    expect((await inbox()).titles[0]).toMatchObject({ version: 0, remembered: null });
    await expect(undo()).rejects.toThrow(Conflict);
  });

  it('leaves a confirmed mapping to an import that states no occupation', async () => {
    const { confirm, person, tenant } = await organization();
    await confirm([{}]);
    await tenant((ctx) =>
      importEmployees(ctx, {
        file: 'people.csv',
        text: 'external_id,name,email,title,team\nE1,Ada,,Security Guard,South\n',
        today: TODAY,
        importedBy: 'HR',
      }),
    );
    expect((await person('E1')).at(0)?.slice(0, 2)).toEqual([GUARDS, 100]);
  });

  it('lets one of two who decide at once win, and tells the other', async () => {
    const { confirm } = await organization();
    const both = await Promise.allSettled([confirm([{}]), confirm([{ occupations: [one(MANAGERS)] }])]);
    const refused = both.filter((result) => result.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toBeInstanceOf(Conflict);
  });

  it('brings back what hardly fits, until somebody decides about it', async () => {
    const { inbox, confirm, score, person } = await organization([
      `E1,Ada,,Gate Keeper,North,2020-01-01,${MANAGERS}`,
      'E2,Ben,,Odd Jobs,North,2020-01-01,',
    ]);
    await score({ 'Odd Jobs': 0.2, 'Gate Keeper': 0.9 });
    const { titles, unscored } = await inbox('low_confidence');
    expect(unscored).toBe(0);
    expect(titles.map(({ key, states }) => [key, states])).toEqual([
      ['gate keeper', ['low_confidence']],
      ['odd job', ['unmapped', 'low_confidence']],
    ]);
    await confirm([{ key: 'gate keeper', occupations: [one(MANAGERS)], people: 'none' }]);
    expect(await person('E1')).toEqual([[MANAGERS, 100, null, 'HR']]);
    expect((await inbox()).titles.map(({ key }) => key)).toEqual(['odd job']);
  });

  it('takes those at or above a score, and no others', async () => {
    const { tenant, score } = await organization(PEOPLE.slice(0, 4));
    await score({ 'SECURITY GUARD, Senior': 0.9, 'Security Manager': 0.7 });
    const above = (threshold: number) =>
      tenant(async (ctx) => {
        const { decisions, people } = await decisionsAbove(ctx, { day: TODAY, teamIds: null }, threshold);
        return [decisions.map(({ key }) => key), people];
      });
    expect(await above(0.9)).toEqual([['security guard'], 3]);
    expect(await above(0.7)).toEqual([['security guard', 'security manager'], 4]);
    expect(await above(0.91)).toEqual([[], 0]);
  });

  it('asks a person, and makes an operation of many people', async () => {
    const { tenant } = await organization();
    const confirmation = { decisions: [decision({})], from: null };
    const token = { kind: 'token', id: 'x' } as const;
    await expect(tenant((ctx) => startConfirming(ctx, token, { confirmation, people: 3 }))).rejects.toThrow(
      Forbidden,
    );
    expect(await tenant((ctx) => startConfirming(ctx, USER, { confirmation, people: 501 }))).toEqual({
      operationId: expect.any(String),
    });
  });
});

describe('a new release', () => {
  it('brings back titles whose occupation is gone or has another name, with why', async () => {
    const { inbox, confirm, tenant } = await organization();
    await confirm([{}, { key: 'security manager', occupations: [one(MANAGERS)] }]);
    await tenant(prepareScoring);
    expect((await inbox()).titles).toEqual([]);
    const files = releaseFiles('A2');
    const occupations = (files['Occupation Data.txt'] ?? '')
      .split('\r\n')
      .filter((line) => !line.startsWith(MANAGERS))
      .join('\r\n')
      .replace('Security Guards', 'Guards of Places');
    const place = await write.folder('30.3', {
      ...files,
      'Read Me.txt': (files['Read Me.txt'] ?? '').replaceAll('30.2', '30.3'),
      'Occupation Data.txt': occupations,
    });
    await importRelease(db.system, place);
    const { titles } = await inbox('release');
    expect(titles.map(({ key, faults }) => [key, faults])).toEqual([
      [
        'security guard',
        [
          { soc: GUARDS, was: 'Security Guards', now: 'Guards of Places' },
          { soc: MANAGERS, was: 'Security Managers', now: null },
        ],
      ],
      ['security manager', [{ soc: MANAGERS, was: 'Security Managers', now: null }]],
    ]);
    await confirm([{ version: 1 }]);
    expect((await inbox('release')).titles.map(({ key }) => key)).toEqual(['security manager']);
  });
});
