import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { withSystem } from '#db/system';
import { bytesInput, fixtureBytes, fixtureInput, fixtureText } from '#test/fixtures/sources/read-source-file';
import { sourceCounts, takeSource } from '#test/fixtures/sources/take-source';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { recogniseSource } from '~/modules/occupations/commands/import-source-file';
import type { SourceInput } from '~/modules/occupations/commands/import-source-request';
import { programmesOf } from '~/modules/occupations/queries/crosswalk-programmes';
import { InvalidInput } from '~/shared/errors';

const CROSSWALK = fixtureText('crosswalk.csv');
const EXPOSURE = fixtureText('job-exposure.csv');
const bytes = (text: string) => new TextEncoder().encode(text);
const joined = (...parts: readonly Uint8Array[]) => new Uint8Array(parts.flatMap((part) => [...part]));

let db: TestDatabase;
let reader: string;
let before: Record<string, number>;
beforeAll(async () => {
  db = await openTestDatabase();
  reader = (await db.newOrganization()).organizationId;
  await takeSource(db, fixtureInput('crosswalk.csv'));
  await takeSource(db, fixtureInput('job-exposure.csv'));
  await takeSource(db, fixtureInput('standard.txt'));
  before = await sourceCounts(db);
});

/** The refusal of a file; fails when it is taken, or when anything of it stays. */
async function refusal(input: SourceInput) {
  const error = await takeSource(db, input).then(
    () => new Error('It was taken.'),
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(InvalidInput);
  expect(await sourceCounts(db)).toEqual(before);
  const served = await db.tenant(reader, (ctx) => programmesOf(ctx, '11-3013'));
  expect(served.programmes).toHaveLength(2);
  return (error as InvalidInput).errors[0];
}

const CASES: readonly (readonly [string, string | Uint8Array, string, string])[] = [
  [
    'a row that is too short',
    CROSSWALK.replace(',Security Guards', ''),
    'f.csv:5',
    'has 3 cells, the header has 4',
  ],
  [
    'a code that became a number',
    CROSSWALK.replace('01.0101', '1.0101'),
    'f.csv:2',
    'a spreadsheet may have dropped a zero',
  ],
  [
    'a pair of codes twice',
    `${CROSSWALK}43.0112,Guarding Places.,33-9032,Security Guards\r\n`,
    'f.csv:8',
    'first on line 5',
  ],
  ['a quote that is never closed', CROSSWALK.replace('Houses and', '"Houses and'), 'f.csv:4', 'never closed'],
  [
    'a quote inside a cell',
    CROSSWALK.replace('Houses and', 'Houses "and"'),
    'f.csv:4',
    'quotes of this row are broken',
  ],
  ['carriage returns only', CROSSWALK.replaceAll('\r\n', '\r'), 'f.csv:1', 'CR only'],
  ['one carriage return', CROSSWALK.replace('Guarding Places', 'Guarding\rPlaces'), 'f.csv:5', 'CR only'],
  [
    'another encoding',
    joined(bytes(CROSSWALK), new Uint8Array([0x43, 0x61, 0x66, 0xe9, 0x2c])),
    'f.csv:8',
    'not UTF-8',
  ],
  ['bytes that are no text', joined(bytes(CROSSWALK), new Uint8Array([0x30, 0, 0x31])), 'f.csv:8', 'NUL'],
  [
    'another file half-way',
    `${CROSSWALK}{"rows": [1, 2, 3, 4]}\r\n`,
    'f.csv:8',
    'quotes of this row are broken',
  ],
  [
    'another table half-way',
    `${CROSSWALK}occ_code,title,observed_exposure,x\r\n`,
    'f.csv:8',
    'CIP2020Code is "occ_code"',
  ],
  ['a header alone', CROSSWALK.split('\r\n')[0] ?? '', 'f.csv:1', 'a header and no rows'],
  [
    'a column twice',
    CROSSWALK.replace('SOC2018Title', 'SOC2018Title,SOC2018Title'),
    'f.csv:1',
    'there twice',
  ],
  [
    'a share above 1',
    EXPOSURE.replace('0.1345', '13.45'),
    'f.csv:2',
    'observed_exposure is 13.45; 0 to 1 is expected',
  ],
  ['words for a figure', EXPOSURE.replace('0.1345', 'much'), 'f.csv:2', 'a number is expected'],
  [
    'two figures about one thing',
    `${EXPOSURE}33-9032,Security Guards,0.5\n`,
    'f.csv:5',
    'another one than on line 4',
  ],
  [
    'two releases in one file',
    fixtureText('skill-scores.csv').replace('arXiv:2604.06906,measured', 'later,measured'),
    'f.csv:3',
    'one file is one release',
  ],
  [
    'two platforms in one file',
    fixtureText('usage-facets.csv').replace('Claude AI (Free and Pro),collaboration', 'API,collaboration'),
    'f.csv:15',
    'another platform',
  ],
  [
    'a group under none',
    fixtureText('soc-structure.csv').replace('Major,29-0000', 'Major,31-0000'),
    'f.csv:10',
    'under no group',
  ],
  [
    'criteria that go back',
    fixtureText('standard.txt').replace('4. try', '2. try'),
    'f.csv:31',
    'Number 2 follows 3',
  ],
];

describe('a refused file leaves nothing, and what was there is still served', () => {
  it.each(CASES)('%s', async (_, content, pointer, detail) => {
    expect(await refusal(bytesInput('f.csv', content))).toMatchObject({
      pointer,
      detail: expect.stringContaining(detail),
    });
  });

  it('is told its line whatever pieces it comes in, and when it is packed', async () => {
    for (const piece of [1, 2, 1000])
      expect(await refusal(bytesInput('f.csv', CASES[7]?.[1] ?? '', piece))).toMatchObject({
        pointer: 'f.csv:8',
      });
    const packed = gzipSync(bytes(EXPOSURE.replace('0.1345', 'much')));
    expect(await refusal(bytesInput('f.csv.gz', packed))).toMatchObject({ pointer: 'f.csv.gz:2' });
  });

  it('may be a packed file that is cut off or damaged', async () => {
    const packed = gzipSync(bytes(CROSSWALK.repeat(200)));
    expect(await refusal(bytesInput('f.csv.gz', packed.subarray(0, packed.length - 9)))).toMatchObject({
      pointer: 'f.csv.gz',
      detail: expect.stringContaining('damaged or cut off'),
    });
  });

  it('may change while it is read', async () => {
    let opened = 0;
    const input: SourceInput = {
      name: 'f.csv',
      async *open() {
        opened += 1;
        yield bytes(opened > 2 ? EXPOSURE.replace('0.1345', '0.2') : EXPOSURE.replace('0.1345', '0.3'));
      },
    };
    expect((await refusal(input))?.detail).toContain('changed while it was being read');
  });
});

describe('a load', () => {
  it('tells its progress and can be given up, leaving nothing', async () => {
    const shares: (number | null)[] = [];
    const controller = new AbortController();
    const other = bytesInput('f.csv', EXPOSURE.replace('0.1345', '0.2'));
    const aborted = takeSource(db, other, {
      signal: controller.signal,
      onProgress({ share }) {
        shares.push(share);
        if ((share ?? 0) > 0.5) controller.abort(new Error('given up'));
      },
    });
    await expect(aborted).rejects.toThrow('given up');
    expect(shares.length).toBeGreaterThan(3);
    expect(await sourceCounts(db)).toEqual(before);
  });

  it('is seen by nobody before it is whole', async () => {
    const seen: number[] = [];
    const other = bytesInput('f.csv', CROSSWALK.replace('15.1501', '15.1502'));
    const codes = async () =>
      (await db.tenant(reader, (ctx) => programmesOf(ctx, '11-3013'))).programmes.map(({ code }) => code);
    const running = takeSource(db, other, { onProgress: ({ rows }) => void seen.push(rows) });
    expect(await codes()).toContain('15.1501');
    await running;
    expect(seen.at(-1)).toBe(6);
    expect(await codes()).toContain('15.1502');
    await withSystem(db.system, async ({ tx }) => {
      const sets = await tx
        .selectFrom('sourceSets')
        .select('live')
        .where('kind', '=', 'cip_soc_crosswalk')
        .execute();
      expect(sets).toEqual([{ live: true }]);
    });
  });
});

describe('the kind of a file', () => {
  const kind = (content: string | Uint8Array) =>
    recogniseSource(typeof content === 'string' ? bytes(content) : content, 'anything')?.kind;

  it('is told by its columns in any order, packed or not, whatever its name', () => {
    expect(kind(fixtureBytes('crosswalk.csv'))).toBe('cip_soc_crosswalk');
    expect(kind(gzipSync(fixtureBytes('cip-codes.csv')))).toBe('cip_codes');
    expect(kind(gzipSync(bytes(CROSSWALK.repeat(9000))).subarray(0, 2000))).toBe('cip_soc_crosswalk');
    expect(kind('title,observed_exposure,occ_code\n')).toBe('aei_job_exposure');
    expect(kind(fixtureBytes('task-patterns.csv'))).toBe('aei_task_patterns');
    expect(kind(fixtureBytes('usage-metrics.csv'))).toBe('aei_usage');
    expect(kind(fixtureBytes('standard.txt'))).toBe('uk_nos');
  });

  it('is not guessed for other files', () => {
    for (const text of [
      '',
      'a,b\n1,2\n',
      '{"schemaVersion":"1.0"}',
      'O*NET-SOC Code\tTask ID\tTask\tTask Type\n',
      'external_id,name\n',
      'A page\n\nPerformance criteria\n',
      'Title,with "a quote\n',
    ])
      expect(kind(text)).toBeUndefined();
    expect(kind(new Uint8Array([0x1f, 0x8b, 1, 2, 3]))).toBeUndefined();
  });
});
