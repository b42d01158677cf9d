import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { withSystem } from '#db/system';
import { EXCHANGE_FIXTURE, fixtureText, LER_FIXTURE } from '#test/fixtures/frameworks/read-framework-file';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { confirmRewording, undoRewording } from '~/modules/frameworks/commands/confirm-rewording';
import { confirmSplits, undoSplit } from '~/modules/frameworks/commands/confirm-splits';
import { importSharedFramework } from '~/modules/frameworks/commands/import-shared-framework';
import { parseExchangeText } from '~/modules/frameworks/domain/parse-exchange-text';
import { parseLerJson } from '~/modules/frameworks/domain/parse-ler-json';
import { trigramSimilarity, trigramsOf } from '~/modules/frameworks/domain/versions/trigram-similarity';
import { compareFrameworks } from '~/modules/frameworks/queries/compare-frameworks';
import { exportFrameworkCsv } from '~/modules/frameworks/queries/export-framework-csv';
import { getFramework } from '~/modules/frameworks/queries/get-framework';
import { listSplits } from '~/modules/frameworks/queries/list-splits';
import { Conflict, InvalidInput, NotFound } from '~/shared/errors';

const SOC = '33-9032.00';
const MASTERY = { soc: SOC, instrument: 'mastery' } as const;
const OLDER = fixtureText(LER_FIXTURE);

let db: TestDatabase;
let a: string;
let b: string;

const fileOf = (name: string) => ({ name, checksum: createHash('sha256').update(name).digest('hex') });
/** The older document's statements by level. */
const levels = () => JSON.parse(OLDER).framework.levels as Record<string, { statements: string[] }>;

/** The next version: one statement reworded, one moved up, one gone, one new. */
function newer(): string {
  const document = JSON.parse(OLDER);
  const { emerging, developing, advanced } = document.framework.levels as Record<
    string,
    { statements: string[] }
  >;
  document.framework.version = 'v.26.05';
  const [reworded = '', moved = ''] = emerging?.statements.splice(0, 2) ?? [];
  emerging?.statements.unshift(`${reworded} today`);
  developing?.statements.push(moved);
  advanced?.statements.pop();
  advanced?.statements.push('Tide tables — reads them aloud to whoever asks at the gate');
  return JSON.stringify(document);
}

beforeAll(async () => {
  db = await openTestDatabase();
  [a, b] = [(await db.newOrganization()).organizationId, (await db.newOrganization()).organizationId];
  await importSharedFramework(db.system, parseLerJson(OLDER, 'old.json'), fileOf('old.json'));
  await importSharedFramework(db.system, parseLerJson(newer(), 'new.json'), fileOf('new.json'));
});

const compare = (organizationId: string, versions: { from?: string; to?: string } = {}) =>
  db.tenant(organizationId, (ctx) => compareFrameworks(ctx, { ...MASTERY, ...versions }));

describe('two versions of a framework', () => {
  it('are the newest and the one before it, and every statement is in one class', async () => {
    const { from, to, versions, difference } = await compare(a);
    expect([from, to, versions]).toEqual(['v.26.04', 'v.26.05', ['v.26.05', 'v.26.04']]);
    const { same, moved, reworded, added, removed } = difference;
    expect(moved.map((pair) => [pair.from.rank, pair.to.rank, pair.to.text])).toEqual([
      [1, 2, levels()['emerging']?.statements[1]],
    ]);
    expect(reworded.map((pair) => pair.to.text)).toEqual([`${levels()['emerging']?.statements[0]} today`]);
    expect(added.map(({ text }) => text)).toEqual([
      'Tide tables — reads them aloud to whoever asks at the gate',
    ]);
    expect(removed.map(({ text }) => text)).toEqual([levels()['advanced']?.statements.at(-1)]);
    const all = Object.values(levels()).flatMap(({ statements }) => statements);
    expect(same.length).toBe(all.length - 3);
  });

  it('are not found when one is not there', async () => {
    await expect(compare(a, { from: 'v.1', to: 'v.26.05' })).rejects.toThrow(NotFound);
    await expect(
      db.tenant(a, (ctx) => compareFrameworks(ctx, { soc: SOC, instrument: 'durable' })),
    ).rejects.toThrow(NotFound);
  });

  it('have a rewording that a person confirms and takes back, for one organization alone', async () => {
    const [pair] = (await compare(a)).difference.reworded;
    const answer = { ...MASTERY, first: pair?.from.id ?? '', second: pair?.to.id ?? '' };
    for (const _ of [1, 2]) await db.tenant(a, (ctx) => confirmRewording(ctx, answer));
    expect([...(await compare(a)).confirmed.values()]).toEqual([
      { confirmedBy: 'test', confirmedAt: expect.any(Date) },
    ]);
    expect((await compare(a, { from: 'v.26.05', to: 'v.26.04' })).confirmed.size).toBe(1);
    expect((await compare(b)).confirmed.size).toBe(0);
    await db.tenant(b, (ctx) => undoRewording(ctx, answer));
    expect((await compare(a)).confirmed.size).toBe(1);
    await db.tenant(a, (ctx) => undoRewording(ctx, answer));
    expect((await compare(a)).confirmed.size).toBe(0);
  });

  it('have no other rewording to confirm', async () => {
    const { added, removed } = (await compare(a)).difference;
    const answer = { ...MASTERY, first: removed[0]?.id ?? '', second: added[0]?.id ?? '' };
    await expect(db.tenant(a, (ctx) => confirmRewording(ctx, answer))).rejects.toThrow(Conflict);
  });

  it('are similar as pg_trgm says', async () => {
    const texts = [
      ...Object.values(levels()).flatMap(({ statements }) => statements),
      '',
      '— …',
      'A',
      'a b_c-D4',
    ];
    const pairs = texts.flatMap((first) => texts.map((second) => [first, second] as const));
    const { rows } = await withSystem(db.system, ({ tx }) =>
      sql<{ similarity: number }>`
        select extensions.similarity(p ->> 0, p ->> 1) as similarity
          from jsonb_array_elements(${JSON.stringify(pairs)}::text::jsonb) with ordinality as x(p, n) order by n`.execute(
        tx,
      ),
    );
    const own = pairs.map(([first, second]) => trigramSimilarity(trigramsOf(first), trigramsOf(second)));
    expect(rows).toHaveLength(pairs.length);
    for (const [index, { similarity }] of rows.entries()) expect(own[index]).toBeCloseTo(similarity, 5);
  });
});

describe('a framework whose source has lost the split', () => {
  const AI_PAGE = fixtureText(EXCHANGE_FIXTURE).replaceAll('v.26.04', 'v.26.03');
  const question = { ...MASTERY, version: 'v.26.03' };
  const shown = async (organizationId: string) =>
    (await db.tenant(organizationId, (ctx) => getFramework(ctx, question))).levels.flatMap(
      ({ statements }) => statements,
    );
  const list = (organizationId: string) => db.tenant(organizationId, (ctx) => listSplits(ctx, question));

  beforeAll(async () => {
    await importSharedFramework(db.system, parseExchangeText(AI_PAGE, 'page.txt'), fileOf('page.txt'));
  });

  it('is listed with proposals that begin the statement', async () => {
    const { splits, of } = await list(a);
    expect(splits).toHaveLength(of);
    for (const { text, proposed, confirmed } of splits) {
      expect(text.startsWith(proposed)).toBe(true);
      expect(confirmed).toBeNull();
    }
    // The JSON export of another version has the same statements, so their labels are known.
    expect(splits.filter(({ proposed }) => proposed !== '').length).toBeGreaterThan(of / 2);
  });

  it('takes an answer of a person, for one organization alone, and gives it back', async () => {
    const [first, second] = (await list(a)).splits;
    const word = first?.text.slice(0, 5) ?? '';
    const answers = [
      { id: first?.id ?? '', label: `  ${word} ` },
      { id: second?.id ?? '', label: second?.proposed ?? '' },
    ];
    expect(await db.tenant(a, (ctx) => confirmSplits(ctx, question, answers))).toBe(2);
    expect(await db.tenant(a, (ctx) => confirmSplits(ctx, question, answers))).toBe(0);
    const of = (id: string | undefined) => (organizationId: string) =>
      shown(organizationId).then((statements) => statements.find((statement) => statement.id === id));
    expect(await of(first?.id)(a)).toMatchObject({
      label: word.trim(),
      behaviour: first?.text.slice(5).trim(),
      split: 'confirmed',
    });
    const csv = (organizationId: string) =>
      db.tenant(organizationId, async (ctx) => (await exportFrameworkCsv(ctx, question)).text);
    expect((await csv(b)).match(/unconfirmed/gu)?.length).toBe((await list(b)).of);
    expect((await csv(a)).match(/unconfirmed/gu)?.length).toBe((await list(b)).of - 2);
    expect(await of(first?.id)(b)).toMatchObject({ label: '', behaviour: first?.text, split: 'unconfirmed' });
    expect((await list(a)).splits[0]?.confirmed).toMatchObject({ label: word.trim(), confirmedBy: 'test' });
    await db.tenant(b, (ctx) => undoSplit(ctx, question, first?.id ?? ''));
    expect(await of(first?.id)(a)).toMatchObject({ split: 'confirmed' });
    await db.tenant(a, (ctx) => undoSplit(ctx, question, first?.id ?? ''));
    expect(await of(first?.id)(a)).toMatchObject({ split: 'unconfirmed' });
    expect(await of(second?.id)(a)).toMatchObject({ split: 'confirmed' });
  });

  it('refuses all of it where one label does not begin its statement', async () => {
    const open = (await list(b)).splits;
    const answers = open.slice(0, 2).map(({ id, text }) => ({ id, label: text.slice(0, 4) }));
    const wrong = [...answers, { id: open[2]?.id ?? '', label: 'Nowhere' }, { id: 'x', label: 'y' }];
    const refused = await db.tenant(b, (ctx) => confirmSplits(ctx, question, wrong)).catch((error) => error);
    expect(refused).toBeInstanceOf(InvalidInput);
    expect(refused.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([open[2]?.id, 'x']);
    expect((await list(b)).splits.every(({ confirmed }) => confirmed === null)).toBe(true);
  });
});
