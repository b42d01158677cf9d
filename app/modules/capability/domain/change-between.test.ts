import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Level } from '~/modules/frameworks/domain/level';
import { changeBetween, type Pair, type Standing } from './change-between';

const level = fc.option(fc.constantFrom<Level[]>(0, 1, 2, 3, 4));
const standing: fc.Arbitrary<Standing> = fc.record({ level, target: level });
const pair: fc.Arbitrary<Pair> = fc.record({ before: fc.option(standing), after: fc.option(standing) });
const at = (value: Level | null, target: Level | null = null): Standing => ({ level: value, target });

describe('the change of a group between two days', () => {
  it('is the sum of its parts, whatever happened', () => {
    fc.assert(
      fc.property(
        fc.array(pair, { maxLength: 30 }),
        fc.constantFrom('level', 'gap', 'at_target'),
        (pairs, figure) => {
          const change = changeBetween(pairs, figure);
          if (change === null) return;
          const { evidence, targets, joinedAndLeft, levels } = change;
          expect(evidence + targets + joinedAndLeft + levels).toBeCloseTo(change.change, 9);
          expect(change.after - change.before).toBe(change.change);
        },
      ),
    );
  });
  it('is the same by counted pairs as person by person', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(pair, fc.integer({ min: 1, max: 4 })), { maxLength: 12 }), (counted) => {
        const each = counted.flatMap(([one, people]) => Array.from({ length: people }, () => one));
        const alone = changeBetween(each, 'level');
        const together = changeBetween(
          counted.map(([one, people]) => ({ ...one, people })),
          'level',
        );
        expect(together === null).toBe(alone === null);
        for (const [name, value] of Object.entries(alone ?? {}))
          if (typeof value === 'number') expect(together?.[name as 'change']).toBeCloseTo(value, 9);
      }),
    );
  });
  it('tells what became known from what became better', () => {
    const change = changeBetween(
      [
        { before: at(1), after: at(1) },
        { before: at(null), after: at(3) },
      ],
      'level',
    );
    expect(change).toMatchObject({ before: 1, after: 2, evidence: 1, joinedAndLeft: 0, levels: 0 });
  });
  it('tells who came and went from who got better', () => {
    const change = changeBetween(
      [
        { before: at(1), after: at(2) },
        { before: at(3), after: null },
        { before: null, after: at(4) },
      ],
      'level',
    );
    expect(change).toMatchObject({ before: 2, after: 3, evidence: 0, joinedAndLeft: 0.5, levels: 0.5 });
  });
  it('tells other targets from other levels', () => {
    const change = changeBetween([{ before: at(2, 2), after: at(3, 4) }], 'gap');
    expect(change).toMatchObject({ before: 0, after: 1, targets: 2, levels: -1 });
  });
  it('is clear from ten common people and two standard errors on', () => {
    const up = { before: at(1), after: at(2) };
    const same = { before: at(2), after: at(2) };
    const of = (ups: number, sames: number) =>
      changeBetween([...Array(ups).fill(up), ...Array(sames).fill(same)], 'level');
    expect(of(9, 0)?.isClear).toBe(false);
    expect(of(10, 0)?.isClear).toBe(true);
    expect(of(3, 7)?.isClear).toBe(false);
    expect(of(4, 6)).toMatchObject({ isClear: true, common: 10 });
    expect(of(4, 6)?.standardError).toBeCloseTo(Math.sqrt(0.24 / 9), 9);
  });
  it('is none where a day has no figure', () => {
    expect(changeBetween([{ before: null, after: at(2) }], 'level')).toBeNull();
    expect(changeBetween([], 'gap')).toBeNull();
  });
});
