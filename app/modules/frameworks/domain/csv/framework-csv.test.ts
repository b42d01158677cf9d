import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXCHANGE_FIXTURE, fixtureText, LER_FIXTURE } from '#test/fixtures/frameworks/read-framework-file';
import { readCsv } from '~/shared/csv';
import { InvalidInput } from '~/shared/errors';
import { DURABLE_DIMENSIONS, INSTRUMENTS, type Instrument } from '../dimension';
import type { Citation, FrameworkContent, SplitState } from '../document';
import { LEVEL_LABELS } from '../level';
import { readFrameworkDocument } from '../read-framework-document';
import { recogniseFormat } from '../recognise-format';
import { readCitationCell, writeCitations } from './citation-cell';
import { parseFrameworkCsv } from './parse-framework-csv';
import { type WrittenFramework, writeFrameworkCsv } from './write-framework-csv';

/** Words with everything that a cell, a citation or a spreadsheet could trip over. */
const words = (maxLength: number) =>
  fc
    .array(
      fc.constantFrom('a', 'Ö', '=', '+', '-', '@', "'", '"', ',', ';', '|', ':', '\\', '—', ' ', '7', '🙂'),
      {
        minLength: 1,
        maxLength,
      },
    )
    .map((parts) => parts.join('').trim())
    .filter((text) => text !== '');
const maybe = (text: fc.Arbitrary<string>) => fc.option(text, { nil: null });
const citation: fc.Arbitrary<Citation> = fc.record({ source: words(6), title: words(12) });

function statementsOf(
  instrument: Instrument,
  rank: number,
  dimension: FrameworkContent['statements'][number]['dimension'],
) {
  const one = fc.record({
    split: fc.constantFrom<SplitState>('source', 'restored', 'unconfirmed'),
    words: words(8),
    behaviour: words(16),
    citations: fc.array(citation, { maxLength: 3 }),
  });
  return fc.array(one, { minLength: 1, maxLength: 3 }).map((list) =>
    list.map(({ words: label, ...rest }, index) => ({
      ...rest,
      rank,
      dimension: instrument === 'durable' ? dimension : null,
      position: index + 1,
      label: rest.split === 'unconfirmed' ? '' : label,
    })),
  );
}

const framework: fc.Arbitrary<WrittenFramework> = fc
  .record({
    instrument: fc.constantFrom(...INSTRUMENTS),
    domains: fc.subarray([...DURABLE_DIMENSIONS], { minLength: 1, maxLength: 2 }),
    captions: fc.array(maybe(words(8)), { minLength: 4, maxLength: 4 }),
  })
  .chain(({ instrument, domains, captions }) => {
    const places = instrument === 'durable' ? domains : [null];
    const levels = [1, 2, 3, 4].map((rank) => {
      const label = LEVEL_LABELS[instrument][rank] ?? '';
      return { rank, key: label.toLowerCase(), label, caption: captions[rank - 1] ?? null };
    });
    const lists = [1, 2, 3, 4].flatMap((rank) =>
      places.map((place) => statementsOf(instrument, rank, place)),
    );
    return fc.record({
      soc: fc.constant('33-9032.00'),
      title: words(10),
      source: fc.record({
        name: words(8),
        release: words(6),
        licence: maybe(words(8)),
        attribution: maybe(words(20)),
        url: fc.constantFrom(null, 'https://example.org/a?b=1'),
      }),
      content: fc.record({
        instrument: fc.constant(instrument),
        version: words(6),
        contextCovered: fc.oneof(fc.constant(''), words(20)),
        levels: fc.constant(levels),
        statements: fc.tuple(...lists).map((all) => all.flat()),
      }),
    });
  });

const again = (text: string): WrittenFramework => {
  const { occupation, source, frameworks } = parseFrameworkCsv(text, 'x.csv');
  const [content] = frameworks;
  if (!content) throw new Error('no framework was read');
  const { kind: _kind, ...rest } = source;
  return { soc: occupation.soc, title: occupation.title, source: rest, content };
};

/** The faults of a file, as "line column: reason". */
function faultsOf(text: string): string[] {
  try {
    parseFrameworkCsv(text, 'x.csv');
  } catch (error) {
    if (error instanceof InvalidInput)
      return error.errors.map(({ pointer, detail }) => `${pointer.replace('x.csv:', '')} ${detail}`);
    throw error;
  }
  return [];
}

const HEADER = 'occupation,instrument,version,level,label,behaviour';
const row = (level: number | string, more = `L${level},does ${level}`) =>
  `33-9032.00,mastery,v1,${level},${more}`;
const GOOD = [HEADER, row(1), row(2), row(3), row(4)];

describe('a framework as CSV', () => {
  it('comes back as it was, and is written the same again', () => {
    fc.assert(
      fc.property(framework, (given) => {
        const text = writeFrameworkCsv(given);
        expect(again(text)).toEqual(given);
        expect(writeFrameworkCsv(again(text))).toBe(text);
        const cells = readCsv(text, 'x.csv').rows.flatMap(({ values }) => values);
        for (const cell of cells) expect(cell).not.toMatch(/^[=+@-]/u);
      }),
      { numRuns: 300 },
    );
  });

  it.each([LER_FIXTURE, EXCHANGE_FIXTURE])('keeps all that %s says', (name) => {
    const document = readFrameworkDocument(new TextEncoder().encode(fixtureText(name)), name);
    const { kind: _kind, ...source } = document.source;
    for (const content of document.frameworks) {
      const { soc, title } = document.occupation;
      const text = writeFrameworkCsv({ soc, title, source, content });
      expect(recogniseFormat(text)).toEqual({ format: 'framework_csv' });
      expect(again(text)).toEqual({
        soc,
        title,
        source,
        content: { ...content, statements: expect.anything() },
      });
      expect(writeFrameworkCsv(again(text))).toBe(text);
      expect(again(text).content.statements).toHaveLength(content.statements.length);
    }
  });

  it('needs six columns only; levels get the words of their instrument, statements the order of the rows', () => {
    const { content, source, title } = again([...GOOD, row(1, 'second,does more')].join('\n'));
    expect(content.levels.map(({ label, key, caption }) => [label, key, caption])).toEqual([
      ['Emerging', 'emerging', null],
      ['Developing', 'developing', null],
      ['Proficient', 'proficient', null],
      ['Advanced', 'advanced', null],
    ]);
    expect(
      content.statements.filter(({ rank }) => rank === 1).map(({ label, position }) => [label, position]),
    ).toEqual([
      ['L1', 1],
      ['second', 2],
    ]);
    expect(source).toEqual({
      name: 'Framework file',
      release: 'v1',
      licence: null,
      attribution: null,
      url: null,
    });
    expect(title).toBe('');
  });

  it('holds several instruments and versions of one occupation', () => {
    const other = GOOD.slice(1).map((line) => line.replace('mastery,v1', 'ai_use,v2'));
    const { frameworks } = parseFrameworkCsv([...GOOD, ...other].join('\n'), 'x.csv');
    expect(
      frameworks.map(({ instrument, version, statements }) => [instrument, version, statements.length]),
    ).toEqual([
      ['mastery', 'v1', 4],
      ['ai_use', 'v2', 4],
    ]);
  });
});

describe('what is wrong with a framework file', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    [
      'a code',
      [...GOOD, '33-9032,mastery,v1,1,x,y'],
      ['6 occupation: "33-9032" is not an O*NET-SOC code such as 33-9032.00.'],
    ],
    [
      'an instrument',
      [...GOOD, '33-9032.00,skill,v1,1,x,y'],
      ['6 instrument: "skill" is none of durable, ai_use, mastery.'],
    ],
    ['a level', [...GOOD, row(5, 'x,y')], ['6 level: "5" is not a level from 1 to 4.']],
    [
      'an empty level',
      [HEADER, row(1), row(2), row(4)],
      ['2 level: mastery v1 has no statement at Proficient.'],
    ],
    [
      'two empty cells',
      [...GOOD, row(1, ',')],
      [
        '6 behaviour: The text is empty.',
        '6 label: The text is empty. Where the label is not known, split says unconfirmed.',
      ],
    ],
    [
      'markup',
      [...GOOD, row(1, 'x,<b>y</b>')],
      ['6 behaviour: Character 1 starts HTML or script; only plain text is read.'],
    ],
    [
      'the same twice',
      [...GOOD, row(1, 'L1,does 1.')],
      ['6 behaviour: the same statement stands in line 2 too.'],
    ],
    [
      'a version with a space',
      [...GOOD, '33-9032.00,mastery,v1 ,1,x,y'],
      ['6 version: begins or ends with a space.'],
    ],
    [
      'two occupations',
      [...GOOD, '11-1011.00,mastery,v1,1,x,y'],
      ['6 occupation: 11-1011.00 stands beside 33-9032.00 of line 2; one file is about one occupation.'],
    ],
    ['no statement', [HEADER], ['1 The file has no statement.']],
    [
      'a missing column',
      ['occupation,instrument,version,level,label', '33-9032.00,mastery,v1,1,x'],
      ['1 The column behaviour is missing.'],
    ],
  ])('%s', (_, lines, faults) => {
    expect(faultsOf(lines.join('\n'))).toEqual(faults);
  });

  const rows = (column: string, cells: readonly string[]) =>
    [`${HEADER},${column}`, ...GOOD.slice(1).map((line, index) => `${line},${cells[index] ?? ''}`)].join(
      '\n',
    );

  it.each<[string, readonly string[], readonly string[]]>([
    [
      'dimension',
      ['leadership'],
      ['2 dimension: "leadership" stands beside mastery; only durable statements have a domain.'],
    ],
    ['position', ['0'], ['2 position: "0" is not a whole number from 1 to 200.']],
    ['citations', ['no colon'], ['2 citations: citation 1 is not written "source: title".']],
    ['split', ['maybe'], ['2 split: "maybe" is none of source, restored, unconfirmed.']],
    ['split', ['unconfirmed'], ['2 split: A statement with a label is not unconfirmed.']],
    [
      'level_label',
      ['Applying'],
      ['2 level_label: "Applying" is the word for another level or instrument; level 1 here is "Emerging".'],
    ],
    ['licence', ['A', 'B'], ['3 licence: differs from line 2; leave it empty or repeat the same text.']],
    [
      'address',
      ['javascript:1'],
      ['2 address: An address that begins with http:// or https:// is expected.'],
    ],
    ['colour', ['red'], ['1 The column "colour" is not known in a framework file; its texts would be lost.']],
  ])('%s %j', (column, cells, faults) => {
    expect(faultsOf(rows(column, cells))).toEqual(faults);
  });

  it('durable statements need one of the ten domains, and every level of it', () => {
    const durable = (level: number, domain: string) =>
      `33-9032.00,durable,v1,${level},L,does ${level},${domain}`;
    const lines = [`${HEADER},dimension`, durable(1, 'Critical Thinking'), durable(2, 'critical_thinking')];
    expect(faultsOf([...lines, durable(3, 'critical_thinking')].join('\n'))).toEqual([
      '2 level: durable v1 has no statement at Exceeding of Critical Thinking.',
    ]);
    expect(faultsOf([...lines, durable(3, 'critical_thinking'), durable(4, 'luck')].join('\n'))).toEqual([
      expect.stringContaining('5 dimension: "luck" is none of communication'),
    ]);
  });
});

describe('citations in a cell', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(fc.array(citation, { maxLength: 4 }), (given) => {
        expect(readCitationCell(writeCitations(given))).toEqual(given);
      }),
      { numRuns: 1_000 },
    );
  });
});
