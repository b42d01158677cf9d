import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  EXCHANGE_FIXTURE,
  fixtureText,
  LER_FIXTURE,
  realFileText,
} from '#test/fixtures/frameworks/read-framework-file';
import type { FrameworkContent, Statement } from './document';
import { fnv1a128 } from './fnv1a-128';
import { identifyStatements } from './identify-statements';
import { normaliseStatement } from './normalise-statement';
import { parseExchangeText } from './parse-exchange-text';
import { parseLerJson } from './parse-ler-json';

const SOC = '33-9032.00';
const json = parseLerJson(fixtureText(LER_FIXTURE), 'f.json').frameworks;
const page = parseExchangeText(fixtureText(EXCHANGE_FIXTURE), 'f.txt').frameworks;
const identities = (framework: FrameworkContent, soc = SOC) =>
  identifyStatements(soc, framework).map(({ identity }) => identity);

describe('fnv1a128', () => {
  it('gives the published values', () => {
    expect(fnv1a128('')).toBe('6c62272e07bb014262b821756295c58d');
    expect(fnv1a128('a')).toBe('d228cb696f1a8caf78912b704e4a8964');
    expect(fnv1a128('foobar')).toBe('343e1662793c64bf6f0d3597ba446f18');
  });
});

describe('normaliseStatement', () => {
  it.each([
    ['Gates — open at six.', 'gatesopen at six'],
    ['Gatesopen  at six', 'gatesopen at six'],
    [' GATES – open at\u00a0six … ', 'gatesopen at six'],
    ['Cafe\u0301 — shuts;', 'caféshuts'],
    ['Own-site rounds — walk', 'own-site roundswalk'],
  ])('brings %j to %j', (text, normalised) => {
    expect(normaliseStatement(text)).toBe(normalised);
  });

  it('is stable: a second pass changes nothing', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('A', 'J', '\u030c', ' ', '-', '—', '.', '…', '\u00a0', 'İ') }),
        (text) => {
          const once = normaliseStatement(text);
          expect(normaliseStatement(once)).toBe(once);
        },
      ),
    );
  });
});

describe('identifyStatements', () => {
  const framework = json[0] as FrameworkContent;

  it('gives one identity to a statement from the page and from the JSON', () => {
    expect(identities(page[0] as FrameworkContent)).toEqual(identities(framework));
  });

  it('gives each statement of a document its own identity of 32 digits', () => {
    const all = page.flatMap((one) => identities(one));
    expect(new Set(all).size).toBe(12 + 11 + 41);
    expect(all.every((identity) => /^[0-9a-f]{32}$/.test(identity))).toBe(true);
  });

  it('depends on the occupation, and neither on level nor order', () => {
    const moved = { ...framework, statements: framework.statements.map((one) => ({ ...one, rank: 4 })) };
    expect(identities(moved)).toEqual(identities(framework));
    const turned = { ...framework, statements: framework.statements.toReversed() };
    expect(identities(turned)).toEqual(identities(framework).toReversed());
    expect(identities(framework, '33-9031.00')).not.toContain(identities(framework)[0]);
  });

  it('numbers a repeated text by level, and apart for each dimension', () => {
    const [first] = framework.statements;
    const copy = (rank: number, dimension: Statement['dimension']) => ({
      ...(first as Statement),
      rank,
      dimension,
    });
    const once = { ...framework, statements: [copy(1, null)] };
    const repeated = { ...framework, statements: [copy(3, null), copy(1, null), copy(3, 'leadership')] };
    const [third, firstOf, other] = identities(repeated);
    expect(firstOf).toBe(identities(once)[0]);
    expect(new Set([third, firstOf, other]).size).toBe(3);
  });

  it('identifies all statements of the real files apart', () => {
    const text = realFileText('002');
    if (text === null) return;
    const all = parseExchangeText(text, 'f.txt').frameworks.flatMap((one) => identities(one));
    expect(new Set(all).size).toBe(40 + 11 + 87);
  });
});
