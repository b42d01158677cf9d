import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { runImport } from '#bin/cadre/import-command';
import { EXCHANGE_FIXTURE, fixtureText, LER_FIXTURE } from '#test/fixtures/frameworks/read-framework-file';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { beginDraft } from '~/modules/frameworks/commands/begin-draft';
import { discardDraft } from '~/modules/frameworks/commands/discard-draft';
import { editDraft } from '~/modules/frameworks/commands/edit-draft';
import { importFramework } from '~/modules/frameworks/commands/import-framework';
import { importSharedFramework } from '~/modules/frameworks/commands/import-shared-framework';
import { publishDraft } from '~/modules/frameworks/commands/publish-draft';
import type { DraftChange } from '~/modules/frameworks/domain/draft/draft-change';
import { parseExchangeText } from '~/modules/frameworks/domain/parse-exchange-text';
import { parseLerJson } from '~/modules/frameworks/domain/parse-ler-json';
import { readFrameworkDocument } from '~/modules/frameworks/domain/read-framework-document';
import { exportFrameworkCsv } from '~/modules/frameworks/queries/export-framework-csv';
import { getFramework } from '~/modules/frameworks/queries/get-framework';
import { getOwnFramework } from '~/modules/frameworks/queries/get-own-framework';
import { listCopyChoices } from '~/modules/frameworks/queries/list-copy-choices';
import { listOwnFrameworks } from '~/modules/frameworks/queries/list-own-frameworks';
import { getDraft } from '~/modules/frameworks/queries/read-draft';

const SOC = '33-9032.00';
const MASTERY = { soc: SOC, instrument: 'mastery' } as const;
const checksum = (text: string) => createHash('sha256').update(text).digest('hex');

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
  const ler = fixtureText(LER_FIXTURE);
  const page = fixtureText(EXCHANGE_FIXTURE);
  await importSharedFramework(db.system, parseLerJson(ler, 'l'), { name: 'l', checksum: checksum(ler) });
  await importSharedFramework(db.system, parseExchangeText(page, 'p'), {
    name: 'p',
    checksum: checksum(page),
  });
});

/** One organization with what its editors do. */
async function organization() {
  const { organizationId } = await db.newOrganization();
  const as = <T>(work: Parameters<typeof db.tenant<T>>[1]) => db.tenant(organizationId, work);
  return {
    as,
    copy: (version: string) =>
      as(async (ctx) => {
        const { choices } = await listCopyChoices(ctx, MASTERY);
        return beginDraft(ctx, { ...MASTERY, version, copyOf: choices[0]?.id ?? null });
      }),
    edit: async (draftId: string, change: DraftChange, revision?: number) =>
      as(async (ctx) => {
        const seen = revision ?? (await getDraft(ctx, draftId)).revision;
        await editDraft(ctx, { draftId, revision: seen, change });
      }),
    publish: (draftId: string) =>
      as(async (ctx) => publishDraft(ctx, { draftId, revision: (await getDraft(ctx, draftId)).revision })),
    mastery: () => as((ctx) => getFramework(ctx, MASTERY)),
    list: () => as(listOwnFrameworks),
    importCsv: (text: string, name = 'x.csv') =>
      as((ctx) =>
        importFramework({ scope: 'own', ctx }, readFrameworkDocument(new TextEncoder().encode(text), name), {
          name,
          checksum: checksum(text),
        }),
      ),
    csv: (instrument: 'mastery' | 'ai_use' | 'durable', version?: string) =>
      as((ctx) => exportFrameworkCsv(ctx, { soc: SOC, instrument, ...(version ? { version } : {}) })),
  };
}

const details = (version: string): DraftChange => ({
  kind: 'details',
  version,
  contextCovered: 'Our sites.',
  source: 'House rules',
  licence: 'Our own',
  attribution: '',
  address: '',
});
const statement = (behaviour: string): DraftChange => ({
  kind: 'add',
  rank: 1,
  dimension: null,
  label: 'House',
  behaviour,
  citations: [{ source: 'house rules', title: 'House rules, part 2' }],
});
const refused = (work: Promise<unknown>) =>
  work.then(
    () => 'not refused',
    (error: { kind: string; errors: { pointer: string; detail: string }[]; reason: string }) => ({
      kind: error.kind,
      reason: error.reason,
      details: error.errors.map(({ detail }) => detail),
    }),
  );

describe('a draft that is copied, edited and published', () => {
  it('counts before the shared framework, for its organization alone', async () => {
    const [a, b] = [await organization(), await organization()];
    const draftId = await a.copy('own-1');
    await a.edit(draftId, statement('reads the book of the house'));
    expect(await a.mastery()).toMatchObject({ own: false, version: 'v.26.04' });
    await a.edit(draftId, details('own-1'));
    const id = await a.publish(draftId);
    const shown = await a.mastery();
    expect(shown).toMatchObject({ own: true, version: 'own-1', contextCovered: 'Our sites.' });
    expect(shown.levels[0]?.statements.at(-1)).toMatchObject({
      label: 'House',
      behaviour: 'reads the book of the house',
      split: 'source',
      citations: [{ source: 'house rules', title: 'House rules, part 2' }],
    });
    expect(await a.list()).toEqual([
      expect.objectContaining({ id, state: 'published', version: 'own-1', counts: true, statements: 13 }),
    ]);
    const view = await a.as((ctx) => getOwnFramework(ctx, id));
    expect(view).toMatchObject({
      counts: true,
      source: { name: 'House rules', licence: 'Our own' },
      by: 'test',
    });
    expect(await b.mastery()).toMatchObject({ own: false });
    expect(await b.list()).toEqual([]);
    expect(await refused(b.as((ctx) => getOwnFramework(ctx, id)))).toMatchObject({ kind: 'not-found' });
    expect(await refused(b.as((ctx) => getDraft(ctx, draftId)))).toMatchObject({ kind: 'not-found' });
    const taken = b.as((ctx) => beginDraft(ctx, { ...MASTERY, version: 'b-1', copyOf: id }));
    expect(await refused(taken)).toMatchObject({
      details: ['There is no such framework of this occupation.'],
    });
    expect((await b.csv('mastery')).text).not.toContain('book of the house');
    expect(await refused(b.csv('mastery', 'own-1'))).toMatchObject({ kind: 'not-found' });
  });

  it('does not change any more, neither by an edit nor by a file', async () => {
    const a = await organization();
    const draftId = await a.copy('own-1');
    await a.edit(draftId, details('own-1'));
    const revision = (await a.as((ctx) => getDraft(ctx, draftId))).revision;
    await a.publish(draftId);
    const published = 'This version was published meanwhile and does not change any more.';
    expect(await refused(a.edit(draftId, statement('late'), revision))).toMatchObject({ reason: published });
    const discarded = a.as((ctx) => discardDraft(ctx, { draftId, revision }));
    expect(await refused(discarded)).toMatchObject({ kind: 'conflict', reason: published });
    expect(await refused(a.publish(draftId))).toMatchObject({ kind: 'conflict', reason: published });
    const before = (await a.csv('mastery')).text;
    expect(await refused(a.importCsv(before.replace(/,,source,/u, ',book: A title,source,')))).toMatchObject({
      kind: 'conflict',
      details: [`${SOC} mastery own-1 is published and does not change; give this text another version.`],
    });
    expect((await a.importCsv(before)).changed).toBe(false);
    expect((await a.csv('mastery')).text).toBe(before);
  });

  it('is refused while something is missing, and then leaves nothing', async () => {
    const a = await organization();
    const draftId = await a.as((ctx) => beginDraft(ctx, { ...MASTERY, version: 'own-1', copyOf: null }));
    expect(await refused(a.publish(draftId))).toMatchObject({
      kind: 'invalid-input',
      details: [
        'The source is missing: where do these texts come from?',
        'The licence is missing: who may use these texts?',
        'Emerging has no statement.',
        'Developing has no statement.',
        'Proficient has no statement.',
        'Advanced has no statement.',
      ],
    });
    expect(await a.mastery()).toMatchObject({ own: false });
    expect(await a.list()).toMatchObject([{ id: draftId, state: 'draft', counts: false }]);
  });

  it('needs a version of its own', async () => {
    const a = await organization();
    const first = await a.copy('own-1');
    expect(await refused(a.copy('own-1'))).toMatchObject({ details: ['There is a draft own-1 already.'] });
    const second = await a.copy('own-2');
    expect(await refused(a.edit(second, details('own-1')))).toMatchObject({
      details: ['There is a draft own-1 already.'],
    });
    await a.edit(first, details('own-1'));
    await a.publish(first);
    expect(await refused(a.copy('own-1'))).toMatchObject({
      details: ['You have published own-1 already; a published version does not change.'],
    });
    await a.edit(second, details('own-2'));
    await a.publish(second);
    expect((await a.list()).map(({ version, counts }) => [version, counts]).sort()).toEqual([
      ['own-1', false],
      ['own-2', true],
    ]);
  });

  it('is refused for an occupation that no catalogue has', async () => {
    const a = await organization();
    const begun = a.as((ctx) =>
      beginDraft(ctx, { ...MASTERY, soc: '99-9999.99', version: 'x', copyOf: null }),
    );
    expect(await refused(begun)).toMatchObject({
      details: ['The catalogue has no occupation with this code.'],
    });
  });
});

describe('two who edit one draft', () => {
  it('the second is told what the first changed, and saves on what is there then', async () => {
    const a = await organization();
    const draftId = await a.copy('own-1');
    const { revision } = await a.as((ctx) => getDraft(ctx, draftId));
    await a.edit(draftId, statement('first'), revision);
    expect(await refused(a.edit(draftId, statement('second'), revision))).toMatchObject({
      kind: 'conflict',
      details: ['Emerging now has "House — first".'],
    });
    expect(await refused(a.as((ctx) => discardDraft(ctx, { draftId, revision })))).toMatchObject({
      kind: 'conflict',
    });
    await a.edit(draftId, statement('second'));
    const { content } = await a.as((ctx) => getDraft(ctx, draftId));
    expect(
      content.statements.filter(({ label }) => label === 'House').map(({ behaviour }) => behaviour),
    ).toEqual(['first', 'second']);
  });

  it('of two at the same moment one is saved', async () => {
    const a = await organization();
    const draftId = await a.copy('own-1');
    const outcomes = await Promise.all(
      ['one', 'two', 'three'].map((text) => refused(a.edit(draftId, statement(text), 1))),
    );
    expect(outcomes.filter((outcome) => outcome === 'not refused')).toHaveLength(1);
    const { content, revision } = await a.as((ctx) => getDraft(ctx, draftId));
    expect(revision).toBe(2);
    expect(content.statements.filter(({ label }) => label === 'House')).toHaveLength(1);
  });
});

describe('a framework as a CSV file', () => {
  it('as docs/csv.md shows it is recognised by the command line and taken in', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'cadre-own-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const guide = await readFile(path.join(import.meta.dirname, '../../docs/csv.md'), 'utf8');
    const example = /```csv\n(occupation,instrument[\s\S]*?)```/u.exec(guide)?.[1] ?? '';
    const file = path.join(folder, 'some.file');
    await writeFile(file, example);
    const { organizationId, slug } = await db.newOrganization();
    const [out, err]: [string[], string[]] = [[], []];
    const services = {
      system: () => db.system,
      database: () => db.database,
      out: (text: string) => void out.push(text),
      err: (text: string) => void err.push(text),
    };
    const code = await runImport(services, [file], { org: slug });
    expect({ code, err }).toEqual({ code: 0, err: [] });
    expect(out).toEqual([`${file}: ${SOC} Security Guards, mastery own-1: created, 4 statements`]);
    const shown = await db.tenant(organizationId, (ctx) => getFramework(ctx, MASTERY));
    expect(shown).toMatchObject({ own: true, version: 'own-1' });
  });

  it.each(['mastery', 'ai_use', 'durable'] as const)(
    'of %s goes out, into another organization, and out again the same',
    async (instrument) => {
      const [a, b] = [await organization(), await organization()];
      const { text, name } = await a.csv(instrument);
      expect(name).toBe(`${SOC}-${instrument}-v.26.04.csv`);
      expect(await b.importCsv(`\ufeff${text}`)).toMatchObject({
        changed: true,
        frameworks: [{ instrument, version: 'v.26.04', outcome: 'created' }],
      });
      expect((await b.csv(instrument)).text).toBe(text);
      expect(await b.as((ctx) => getFramework(ctx, { soc: SOC, instrument }))).toMatchObject({ own: true });
      expect(await a.as((ctx) => getFramework(ctx, { soc: SOC, instrument }))).toMatchObject({ own: false });
      expect((await b.importCsv(text)).changed).toBe(false);
    },
  );

  it('takes the title of the catalogue where it names none, and is refused where nobody does', async () => {
    const a = await organization();
    const rows = (soc: string) =>
      ['occupation,instrument,version,level,label,behaviour']
        .concat([1, 2, 3, 4].map((level) => `${soc},mastery,own 1,${level},L,does ${level}`))
        .join('\n');
    expect(await a.importCsv(rows(SOC))).toMatchObject({ occupation: { title: 'Security Guards' } });
    expect(await refused(a.importCsv(rows('99-9999.99')))).toMatchObject({
      kind: 'invalid-input',
      details: [expect.stringContaining('no catalogue knows 99-9999.99 yet')],
    });
    expect(await refused(a.importCsv(rows(SOC).replace('does 2', 'does it')))).toMatchObject({
      kind: 'conflict',
    });
  });
});
