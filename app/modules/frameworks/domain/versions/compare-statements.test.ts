import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ComparedStatement, compareStatements } from './compare-statements';

const statement = (
  id: string,
  text: string,
  rank = 1,
  dimension: string | null = null,
): ComparedStatement => ({
  id,
  rank,
  dimension,
  text,
});
const LONG = 'walks the quay at night and notes every lamp that is out in the harbour book';

describe('the difference between two versions', () => {
  it('tells same, moved, reworded, added and removed apart', () => {
    const from = [
      statement('a', 'opens the gate'),
      statement('b', 'closes the gate', 2),
      statement('c', LONG, 3),
      statement('d', 'feeds the cat'),
    ];
    const to = [
      statement('a', 'opens the gate'),
      statement('b', 'closes the gate', 3),
      statement('x', LONG.replace('book', 'log'), 4),
      statement('y', 'paints the fence'),
    ];
    const difference = compareStatements(from, to);
    expect(difference.same).toEqual([{ from: from[0], to: to[0] }]);
    expect(difference.moved).toEqual([{ from: from[1], to: to[1] }]);
    expect(difference.reworded).toEqual([{ from: from[2], to: to[2], similarity: expect.closeTo(0.88, 1) }]);
    expect(difference.added).toEqual([to[3]]);
    expect(difference.removed).toEqual([from[3]]);
  });

  it('pairs the most similar first, one to one, within a dimension', () => {
    const near = statement('n', `${LONG} today`);
    const nearer = statement('m', `${LONG} a`);
    const { reworded, added } = compareStatements([statement('o', LONG)], [near, nearer]);
    expect(reworded.map(({ to }) => to)).toEqual([nearer]);
    expect(added).toEqual([near]);
    const other = compareStatements(
      [statement('o', LONG, 1, 'leadership')],
      [statement('m', `${LONG} a`, 1, 'character')],
    );
    expect([other.reworded, other.added.length, other.removed.length]).toEqual([[], 1, 1]);
  });

  it('keeps what a person confirmed, however dissimilar, before what is more similar', () => {
    const [from, other] = [statement('o', LONG), statement('z', 'reads the tide table')];
    const to = [statement('m', `${LONG} a`), other];
    const { reworded, added } = compareStatements([from], to, [{ first: 'z', second: 'o' }]);
    expect(reworded.map((pair) => pair.to.id)).toEqual(['z']);
    expect(added.map(({ id }) => id)).toEqual(['m']);
  });

  const word = fc.constantFrom('lamp', 'quay', 'gate', 'watch', 'book', 'night', 'tide', 'rope', 'at', 'the');
  const version = fc.uniqueArray(
    fc.record({
      id: fc.integer({ min: 0, max: 60 }).map(String),
      rank: fc.integer({ min: 1, max: 4 }),
      dimension: fc.constantFrom(null, 'leadership', 'character'),
      text: fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' ')),
    }),
    { selector: ({ id }) => id, maxLength: 14 },
  );
  const pairs = fc.array(
    fc.record({
      first: fc.integer({ max: 60, min: 0 }).map(String),
      second: fc.integer({ max: 60, min: 0 }).map(String),
    }),
    { maxLength: 3 },
  );
  const ids = (statements: readonly ComparedStatement[]) => statements.map(({ id }) => id);

  it('is all same for a version and itself', () => {
    fc.assert(
      fc.property(version, (statements) => {
        const pairsOfSame = statements.map((one) => ({ from: one, to: one }));
        expect(compareStatements(statements, statements)).toEqual({
          ...{ same: pairsOfSame, moved: [], reworded: [], added: [], removed: [] },
        });
      }),
    );
  });

  it('loses nothing: every statement of both is in exactly one class', () => {
    fc.assert(
      fc.property(version, version, pairs, (from, to, confirmed) => {
        const { same, moved, reworded, added, removed } = compareStatements(from, to, confirmed);
        const both = [...same, ...moved, ...reworded];
        expect([...ids(both.map((pair) => pair.from)), ...ids(removed)].sort()).toEqual(ids(from).sort());
        expect([...ids(both.map((pair) => pair.to)), ...ids(added)].sort()).toEqual(ids(to).sort());
      }),
    );
  });

  it('swaps added and removed, and the sides of pairs, when its direction is swapped', () => {
    const turned = (list: readonly { from: ComparedStatement; to: ComparedStatement }[]) =>
      list.map(({ from, to }) => `${to.id} ${from.id}`).sort();
    const straight = (list: readonly { from: ComparedStatement; to: ComparedStatement }[]) =>
      list.map(({ from, to }) => `${from.id} ${to.id}`).sort();
    fc.assert(
      fc.property(version, version, pairs, (from, to, confirmed) => {
        const there = compareStatements(from, to, confirmed);
        const back = compareStatements(to, from, confirmed);
        expect(ids(back.added)).toEqual(ids(there.removed));
        expect(ids(back.removed)).toEqual(ids(there.added));
        for (const kind of ['same', 'moved', 'reworded'] as const)
          expect(straight(back[kind])).toEqual(turned(there[kind]));
      }),
    );
  });

  it('calls reworded only what is similar enough', () => {
    fc.assert(
      fc.property(version, version, (from, to) => {
        for (const { from: one, to: other, similarity } of compareStatements(from, to).reworded) {
          expect(similarity).toBeGreaterThanOrEqual(0.8);
          expect(one.dimension).toBe(other.dimension);
        }
      }),
    );
  });
});
