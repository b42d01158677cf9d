import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSearch, type WordTerms } from '../search-terms';
import { rankOccupations } from './rank-occupations';
import { buildSearchIndex } from './search-index';

const OCCUPATIONS = [
  { soc: '11-0000.01', title: 'Harbour Managers' },
  { soc: '11-0000.02', title: 'Managers of Night Harbours' },
  { soc: '33-0000.01', title: 'Harbour Watch' },
  { soc: '33-0000.02', title: 'Quay Walkers' },
  { soc: '33-0000.03', title: 'Lamp Lighters' },
];
const INDEX = buildSearchIndex(
  [
    { soc: '33-0000.02', title: 'Harbour Watch' },
    { soc: '33-0000.02', title: 'Dock Harbourmaster' },
    { soc: '33-0000.03', title: 'Head of Harbour Lamps' },
    { soc: '33-0000.03', title: 'HHL' },
  ],
  OCCUPATIONS.map(({ title }) => title),
);
const RELATED = [{ soc: '11-0000.02', title: 'Tide Keeper' }];

function words(query: string): WordTerms {
  const terms = readSearch(query);
  if (terms.kind !== 'words') throw new Error(`${query} is no search by words`);
  return terms;
}
const rank = (query: string) =>
  rankOccupations(OCCUPATIONS, words(query), { index: INDEX, related: RELATED });
const shown = (query: string) =>
  rank(query).map(({ soc, matchedTitle }) => `${soc}${matchedTitle ? ` ${matchedTitle}` : ''}`);

describe('the ranking of occupations', () => {
  it('puts the same title first, own before other ones, then beginnings, words, beginnings of words', () => {
    expect(shown('harbour watch')).toEqual(['33-0000.01', '33-0000.02 Harbour Watch']);
    expect(shown('harbour')).toEqual([
      '33-0000.01',
      '11-0000.01',
      '11-0000.02',
      '33-0000.02 Harbour Watch',
      '33-0000.03 Head of Harbour Lamps',
    ]);
    expect(rank('harbour watch').map(({ score }) => score)).toEqual([1, 0.97]);
  });

  it('finds singular by plural and plural by singular, in any order', () => {
    expect(shown('lamp lighter')).toEqual(['33-0000.03']);
    expect(shown('managers harbour')).toEqual(['11-0000.01', '11-0000.02']);
    expect(shown('tide keepers')).toEqual(['11-0000.02 Tide Keeper']);
  });

  it('finds a word that is not typed to its end, and names the title that it found', () => {
    expect(shown('harbour wa')).toEqual(['33-0000.01', '33-0000.02 Harbour Watch']);
    expect(shown('hhl')).toEqual(['33-0000.03 HHL']);
    expect(shown('dock harbourm')).toEqual(['33-0000.02 Dock Harbourmaster']);
  });

  it('finds words with typing errors after all others', () => {
    expect(shown('lamp ligthers')).toEqual(['33-0000.03']);
    expect(shown('haborumaster')).toEqual(['33-0000.02 Dock Harbourmaster']);
    const [exact, ...rough] = rank('harbours night').concat(rank('harbuors nigth'));
    expect(exact?.score).toBeGreaterThan(0.5);
    expect(rough.map(({ soc }) => soc)).toEqual(['11-0000.02']);
    expect(rough[0]?.score).toBeLessThan(0.37);
  });

  it('finds nothing where a word is nowhere', () => {
    expect(rank('harbour zeppelin')).toEqual([]);
    expect(
      rankOccupations(OCCUPATIONS, { kind: 'words', words: [], length: 0 }, { index: INDEX, related: [] }),
    ).toEqual([]);
  });

  it('finds every title by itself, with the highest score that its kind can have', () => {
    const known = [...INDEX.titles, ...OCCUPATIONS];
    for (const { soc, title } of known) {
      const found = rank(title).find((one) => one.soc === soc);
      expect(found?.score, title).toBeGreaterThanOrEqual(0.97);
    }
  });

  it('gives scores from 0 to 1 in falling order, each occupation once', () => {
    const part = fc.constantFrom('harbour', 'watch', 'ha', 'lmap', 'manager', 'night', 'of', 'q', 'dock');
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
        const found = rank(parts.join(' '));
        const scores = found.map(({ score }) => score);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
        expect(scores.every((score) => score > 0 && score <= 1)).toBe(true);
        expect(new Set(found.map(({ soc }) => soc)).size).toBe(found.length);
      }),
    );
  });
});
