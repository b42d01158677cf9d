import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fixtureText,
  LER_FIXTURE,
  realFileText,
  thrownBy,
} from '#test/fixtures/frameworks/read-framework-file';
import { InvalidInput } from '~/shared/errors';
import { parseLerJson } from './parse-ler-json';
import { writeLerJson } from './write-ler-json';

const own = fixtureText(LER_FIXTURE);
const FILE = 'guards.json';

function refusal(text: string): InvalidInput {
  const error = thrownBy(() => parseLerJson(text, FILE));
  expect(error).toBeInstanceOf(InvalidInput);
  return error as InvalidInput;
}

interface Draft {
  schemaVersion: unknown;
  occupation: Record<string, unknown>;
  framework: { levels: Record<string, unknown> };
}

/** The fixture with a change, as text. */
function changed(change: (draft: Draft) => void): string {
  const draft = JSON.parse(own) as Draft;
  change(draft);
  return JSON.stringify(draft);
}

const withStatement = (statement: unknown) =>
  changed((draft) => {
    const emerging = { label: 'Emerging', statements: ['One — is well.', 'Two — is well.', statement] };
    draft.framework.levels.emerging = emerging;
  });

describe('parseLerJson on the own fixture', () => {
  const document = parseLerJson(own, FILE);
  const [mastery] = document.frameworks;

  it('reads the occupation, the notice and one mastery framework', () => {
    const { soc, title, group, sector, jobZone } = document.occupation;
    expect([soc, title, group, sector, jobZone]).toEqual([
      '33-9032.00',
      'Security Guards',
      'Protective Service',
      '56',
      2,
    ]);
    expect(document.source).toMatchObject({ kind: 'ler_json', name: 'LER.me', release: 'v.26.04' });
    expect(document.frameworks).toHaveLength(1);
    expect(mastery?.levels.map(({ rank, key, label, caption }) => [rank, key, label, caption])).toEqual([
      [1, 'emerging', 'Emerging', null],
      [2, 'developing', 'Developing', null],
      [3, 'proficient', 'Proficient', null],
      [4, 'advanced', 'Advanced', null],
    ]);
  });

  it('splits each statement at its separator', () => {
    expect(mastery?.statements).toHaveLength(12);
    expect(mastery?.statements[4]).toEqual({
      rank: 2,
      dimension: null,
      position: 2,
      label: 'First calls',
      behaviour: 'phone fire brigade, ambulance or police with place, kind and number of people concerned.',
      split: 'source',
      citations: [],
    });
  });

  it('takes captions and unknown names that a file has', () => {
    const text = changed((draft) => {
      draft.framework.levels.emerging = { label: 'Start', caption: 'Entry', statements: ['A — b'], note: 1 };
      draft.occupation.icon = { colour: 'blue' };
    });
    const other = parseLerJson(text, FILE);
    expect(other.frameworks[0]?.levels[0]).toEqual({
      rank: 1,
      key: 'emerging',
      label: 'Start',
      caption: 'Entry',
    });
    expect(other.raw).toEqual(JSON.parse(text));
  });

  it('gives no link for an address that is not of the web', () => {
    const text = own.replace('https://crosswalk.example', 'javascript:alert(1)');
    expect(parseLerJson(text, FILE).source.url).toBeNull();
  });
});

describe('refusals of parseLerJson', () => {
  it.each([
    ['no separator', 'Gates and doors', 'no " — "'],
    ['two separators', 'Gates — and — doors', '2 " — "'],
    ['no label', ' — opens doors', 'no label'],
    ['script', 'Gates — <script>alert(1)</script>', 'HTML or script'],
    ['a tag', 'Gates — opens <b>doors</b>', 'HTML or script'],
    ['an image with a handler', 'Gates — <img src=x onerror=alert(1)>', 'HTML or script'],
    ['a control character', 'Gates — opens\u0007doors', 'U+0007'],
    ['a line break', 'Gates — opens\ndoors', 'U+000A'],
    ['reversed reading order', 'Gates — opens\u202edoors', 'U+202E'],
    ['more than 2,000 characters', `Gates — ${'x'.repeat(2000)}`, 'at most 2000'],
    ['an empty statement', '', 'empty'],
    ['a number', 7, 'a text'],
  ])('refuses a statement with %s at its place', (_name, statement, words) => {
    const { errors } = refusal(withStatement(statement));
    expect(errors).toHaveLength(1);
    expect(errors[0]?.pointer).toBe('guards.json:/framework/levels/emerging/statements/2');
    expect(errors[0]?.detail).toContain(words);
  });

  it.each([['\u0000'], ['\ud800'], ['\udc00x']])('refuses NUL and lone surrogates anywhere', (bad) => {
    const text = changed((draft) => {
      draft.occupation.unknown = { list: ['fine', `a${bad}b`] };
    });
    expect(refusal(text).errors[0]?.pointer).toBe('guards.json:/occupation/unknown/list/1');
  });

  it('accepts a smaller-than sign and emoji that are no markup', () => {
    const statement = 'Gates — opens within < 5 minutes 🚪';
    expect(parseLerJson(withStatement(statement), FILE).frameworks[0]?.statements[2]?.label).toBe('Gates');
  });

  it('names every place that is wrong', () => {
    const text = changed((draft) => {
      draft.occupation = { ...draft.occupation, soc: '33-9032', jobZone: 9 };
      delete draft.framework.levels.proficient;
      draft.framework.levels.advanced = { label: 'Advanced', statements: [] };
    });
    const { errors, reason } = refusal(text);
    expect(errors.map(({ pointer }) => pointer)).toEqual([
      'guards.json:/occupation/soc',
      'guards.json:/occupation/jobZone',
      'guards.json:/framework/levels/proficient',
      'guards.json:/framework/levels/advanced/statements',
    ]);
    expect(errors[2]?.detail).toContain('Missing');
    expect(errors[3]?.detail).toContain('no statements');
    expect(reason).toContain('3 more');
  });

  it('refuses a fifth level instead of losing it', () => {
    const text = changed((draft) => {
      draft.framework.levels.master = { label: 'Master', statements: ['A — b'] };
    });
    expect(refusal(text).errors[0]?.pointer).toBe('guards.json:/framework/levels/master');
  });

  it.each([['2.0'], ['0.9'], [1], [undefined]])('refuses schema version %s', (version) => {
    const error = refusal(changed((draft) => Object.assign(draft, { schemaVersion: version })));
    expect(error.errors[0]?.pointer).toBe('guards.json:/schemaVersion');
    if (typeof version === 'string') expect(error.reason).toContain(`"${version}"`);
  });

  it.each([['__proto__'], ['constructor'], ['prototype']])('refuses the name %s', (name) => {
    const text = own.replace('"jobZone":2', `"jobZone":2,"extra":{"${name}":{"polluted":true}}`);
    expect(refusal(text).errors[0]?.pointer).toBe(`guards.json:/occupation/extra/${name}`);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('refuses an escaped prototype name and a name that occurs twice', () => {
    refusal(own.replace('"jobZone":2', '"jobZone":2,"\\u005f_proto__":1'));
    const twice = own.replace('"jobZone":2', '"jobZone":2,"jobZone":3');
    expect(refusal(twice).errors[0]?.pointer).toBe('guards.json:/occupation/jobZone');
  });

  it.each([['1e999'], ['9007199254740993']])('refuses the number %s, which would change', (number) => {
    refusal(own.replace('"jobZone":2', `"jobZone":2,"more":${number}`));
  });

  it('refuses more than 40 levels inside each other, however deep', () => {
    const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
    const put = (depth: number) => own.replace('"jobZone":2', `"jobZone":2,"more":${nested(depth)}`);
    expect(parseLerJson(put(38), FILE).frameworks).toHaveLength(1);
    expect(refusal(put(39)).reason).toContain('40');
    refusal(put(200_000));
  });

  it('says line, column and character where cut JSON breaks', () => {
    const lines = JSON.stringify(JSON.parse(own), null, 2).split('\n').slice(0, 4).join('\n');
    const error = refusal(lines);
    expect(error.reason).toContain('line 4, column');
    expect(error.errors[0]?.pointer).toMatch(/^guards\.json:4:\d+$/);
    expect(refusal('{"schemaVersion":"1.0",').reason).toContain('character 24');
  });

  it('refuses a text above the size limit', () => {
    expect(refusal(' '.repeat(5 * 1024 * 1024 + 1)).reason).toContain('5 MiB');
  });
});

const real = [realFileText('000'), realFileText('001')].filter((text) => text !== null);

describe('parseLerJson on every file there is', () => {
  it.each([own, ...real].map((text, index) => [index, text]))(
    'gives file %i back deep-equal',
    (_index, text) => {
      const written = writeLerJson(parseLerJson(text, FILE).raw);
      expect(JSON.parse(written)).toStrictEqual(JSON.parse(text));
      expect(written).toBe(text);
    },
  );

  it('reads 40 statements of each real file, ten per level, all split by the source', () => {
    for (const text of real) {
      const statements = parseLerJson(text, FILE).frameworks[0]?.statements ?? [];
      expect([1, 2, 3, 4].map((rank) => statements.filter((one) => one.rank === rank).length)).toEqual([
        10, 10, 10, 10,
      ]);
      expect(statements.every((one) => one.split === 'source' && one.label && one.behaviour)).toBe(true);
    }
  });

  it('refuses every cut file, and throws nothing but InvalidInput for changed ones', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(own, ...real),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (text, share) => void refusal(text.slice(0, Math.floor(share * text.length))),
      ),
      { numRuns: 200 },
    );
    fc.assert(
      fc.property(
        fc.constantFrom(own, ...real),
        fc.nat(),
        fc.string({ unit: 'binary', maxLength: 4 }),
        (text, at, put) => {
          const place = at % text.length;
          try {
            parseLerJson(text.slice(0, place) + put + text.slice(place + 1), FILE);
          } catch (error) {
            expect(error).toBeInstanceOf(InvalidInput);
          }
        },
      ),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => void refusal(text)),
      { numRuns: 200 },
    );
  });
});
