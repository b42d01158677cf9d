import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  EXCHANGE_FIXTURE,
  fixtureText,
  realFileText,
  thrownBy,
} from '#test/fixtures/frameworks/read-framework-file';
import { InvalidInput } from '~/shared/errors';
import { decodeText } from './decode-text';
import type { AnchorKind, FrameworkContent, FrameworkDocument } from './document';
import { parseExchangeText } from './parse-exchange-text';

const own = fixtureText(EXCHANGE_FIXTURE);
const FILE = 'page.txt';

function refusal(text: string): InvalidInput {
  const error = thrownBy(() => parseExchangeText(text, FILE));
  expect(error).toBeInstanceOf(InvalidInput);
  return error as InvalidInput;
}

const lineOf = (text: string, start: string) =>
  text.split('\n').findIndex((line) => line.trimStart().startsWith(start)) + 1;
const framework = (document: FrameworkDocument, instrument: string) =>
  document.frameworks.find((one) => one.instrument === instrument) as FrameworkContent;
const perRank = ({ statements }: FrameworkContent) =>
  [1, 2, 3, 4].map((rank) => statements.filter((one) => one.rank === rank).length);
const anchorsOf = (document: FrameworkDocument, kind: AnchorKind) =>
  document.anchors.filter((anchor) => anchor.kind === kind).map((anchor) => anchor.text);

describe('parseExchangeText on the own fixture', () => {
  const document = parseExchangeText(own, FILE);

  it('reads the header and the notice', () => {
    expect(document.occupation).toEqual({
      soc: '33-9032.00',
      title: 'Security Guards',
      group: null,
      sector: null,
      jobZone: 2,
      jobZoneInferred: false,
    });
    expect(document.source).toMatchObject({
      kind: 'exchange_text',
      release: 'v.26.04',
      licence: 'O*NET v30.2 (CC BY 4.0)',
    });
    expect(document.frameworks.map(({ instrument }) => instrument)).toEqual(['mastery', 'ai_use', 'durable']);
    expect(document.frameworks.every(({ version }) => version === 'v.26.04')).toBe(true);
  });

  it('keeps mastery run together and unconfirmed, with the captions of the page', () => {
    const mastery = framework(document, 'mastery');
    expect(perRank(mastery)).toEqual([3, 3, 3, 3]);
    expect(mastery.statements.every(({ label, split }) => label === '' && split === 'unconfirmed')).toBe(
      true,
    );
    expect(mastery.statements[4]?.behaviour).toMatch(/^First callsphone fire brigade/);
    expect(mastery.levels.map(({ caption }) => caption)).toEqual([
      'Entry / Apprentice',
      'Mid-level / Established',
      'Senior / Expert IC',
      'Lead / Principal / Executive',
    ]);
  });

  it('takes label, behaviour and citations of an AI-use statement apart', () => {
    const ai = framework(document, 'ai_use');
    expect(perRank(ai)).toEqual([2, 3, 3, 3]);
    expect(ai.statements[2]).toEqual({
      rank: 2,
      dimension: null,
      position: 1,
      label: 'Search in old logs',
      behaviour: 'has a tool find earlier entries about one door and opens each original before quoting it',
      split: 'source',
      citations: [
        { source: 'aei', title: 'Anthropic Economic Index — release_2026_03_24' },
        {
          source: 'safi',
          title: 'Skill Automation Feasibility Index — Jadhav & Danve, 2026 (arXiv:2604.06906)',
        },
      ],
    });
  });

  it('reads ten durable domains in the words of their own levels', () => {
    const durable = framework(document, 'durable');
    expect(durable.levels.map(({ label }) => label)).toEqual([
      'Emerging',
      'Developing',
      'Applying',
      'Exceeding',
    ]);
    expect(new Set(durable.statements.map(({ dimension }) => dimension)).size).toBe(10);
    expect(durable.statements).toHaveLength(41);
    expect(durable.statements.find(({ label }) => label === 'Odd signs')).toMatchObject({
      dimension: 'critical_thinking',
      rank: 1,
      citations: [{ source: 'pathsmith' }, { source: 'onet' }],
    });
  });

  it('parts names that run together and keeps an empty section empty', () => {
    expect(anchorsOf(document, 'technology')).toEqual([
      'Data base user interface and query software',
      'Network security and virtual private network VPN equipment software',
      'Video conferencing software',
    ]);
    expect(anchorsOf(document, 'work_style')).toEqual(['Attention to Detail', 'Self-Control']);
    expect(anchorsOf(document, 'related_title')).toHaveLength(3);
    expect(anchorsOf(document, 'rapids')).toEqual([]);
    expect(anchorsOf(document, 'cip')).toEqual(['43.0109', '01.0000', '43.0302']);
    const withRapids = own.replace(
      'RAPIDS apprenticeships\n',
      'RAPIDS apprenticeships\n0159 V1 · 0824CB V3\n',
    );
    expect(anchorsOf(parseExchangeText(withRapids, FILE), 'rapids')).toEqual(['0159 V1', '0824CB V3']);
  });

  it('reads the same from CRLF, a byte order mark, tabs and no-break spaces', () => {
    const other = `\ufeff${own.replaceAll('\n', '\r\n').replaceAll('\r\n  ', '\r\n\t').replaceAll('1. ', '1.\u00a0')}`;
    expect(parseExchangeText(other, FILE)).toEqual(document);
  });

  it('takes a citation of an unknown source whose tooltip repeats its label', () => {
    const other = own.replace(
      /Anthropic Economic IndexAnthropic Economic Index — release_2026_03_24/,
      'Guard StudiesGuard Studies — spring issue',
    );
    expect(framework(parseExchangeText(other, FILE), 'ai_use').statements[0]?.citations).toEqual([
      { source: 'guard_studies', title: 'Guard Studies — spring issue' },
    ]);
  });
});

describe('refusals of parseExchangeText', () => {
  const without = (start: string) =>
    own
      .split('\n')
      .filter((line) => !line.trimStart().startsWith(start))
      .join('\n');

  it.each([
    ['SOC 33', 'SOC'],
    ['Context covered', 'Context covered'],
    ['Proficient', 'Proficient'],
    ['Applying', 'a line above may be missing'],
    ['Evidence pack', 'Evidence pack'],
    ['AEI usage', 'AEI usage'],
    ['WEF cluster', 'WEF cluster'],
    ['Augment share', 'Augment share'],
    ['4Critical Thinking', 'Durable domain 4'],
    ['Show O*NET', 'source anchors'],
    ['Knowledge domains', 'Knowledge domains'],
    ['CIP education codes', 'CIP education codes'],
    ['Sources:', 'sources'],
  ])('refuses a page without "%s", with a line number', (start, words) => {
    const { errors, reason } = refusal(without(start));
    expect(errors[0]?.pointer).toMatch(/^page\.txt:\d+$/);
    expect(reason).toContain(words);
  });

  it.each([
    ['a broken numbering', '3. Key cabinets', '4. Key cabinets', 'Number'],
    ['a wrong count', '2Leadership5', '2Leadership6', 'announces 6 statements; 5 were read'],
    ['an unknown domain', '8Growth Mindset', '8Growth Thinking', 'Growth Thinking'],
    ['a domain twice', '8Growth Mindset', '8Leadership', 'twice'],
    ['a share above 100', 'Augment share: 61.5%', 'Augment share: 161.5%', 'between 0 and 100'],
    ['words for a figure', 'Task observations: 1204', 'Task observations: many', 'figure'],
    ['a mangled citation', 'Opens in new tab.', 'Opens here.', 'citation'],
    ['anything but codes', '43.010901.0000', '43.0109no01.0000', 'else than codes'],
    ['script', 'fill in names', '<script src=x>', 'HTML or script'],
    ['NUL', 'fill in names', 'fill\u0000in', 'U+0000'],
    ['another number of anchors', '18 anchors', '19 anchors', 'announces 19 anchors; 18 were read'],
  ])('refuses %s', (_name, before, after, words) => {
    expect(own).toContain(before);
    const changed = own.replace(before, after);
    const error = refusal(changed);
    expect(error.reason).toContain(words);
    expect(error.errors[0]?.pointer).toMatch(/^page\.txt:\d+$/);
  });

  it('names the line of the fault', () => {
    const line = lineOf(own, '3. Key cabinets');
    const error = refusal(own.replace('3. Key cabinets', '5. Key cabinets'));
    expect(error.errors[0]?.pointer).toBe(`page.txt:${line}`);
    expect(error.reason).toContain(`line ${line}: Number 3 of mastery, level Developing`);
  });

  it('refuses a statement of more than 2,000 characters and an empty file', () => {
    expect(refusal(own.replace('fill in names', 'x'.repeat(2001))).reason).toContain('at most 2000');
    expect(refusal('').reason).toContain('empty');
  });
});

describe('parseExchangeText on changed files', () => {
  const pages = [own, realFileText('002')].filter((text) => text !== null);

  it('refuses every page cut above its sources', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...pages),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (text, share) => void refusal(text.slice(0, Math.floor(share * text.lastIndexOf('\nSources:')))),
      ),
      { numRuns: 200 },
    );
  });

  it('throws nothing but InvalidInput for flipped bytes and moved lines', () => {
    const tried = (run: () => unknown) => {
      try {
        run();
      } catch (error) {
        expect(error).toBeInstanceOf(InvalidInput);
      }
    };
    fc.assert(
      fc.property(
        fc.constantFrom(...pages),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 5 }),
        (text, flips) => {
          const bytes = new TextEncoder().encode(text);
          for (const [at, value] of flips) bytes[at % bytes.length] = value;
          tried(() => parseExchangeText(decodeText(bytes, FILE), FILE));
        },
      ),
      { numRuns: 200 },
    );
    fc.assert(
      fc.property(fc.constantFrom(...pages), fc.nat(), fc.nat(), (text, from, to) => {
        const lines = text.split('\n');
        lines.splice(to % lines.length, 0, ...lines.splice(from % lines.length, 1));
        tried(() => parseExchangeText(lines.join('\n'), FILE));
      }),
      { numRuns: 200 },
    );
  });
});
