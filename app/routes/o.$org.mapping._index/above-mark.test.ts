import { describe, expect, it } from 'vitest';
import type { MappingDecision } from '~/modules/occupations/domain/mapping/mapping-decision';
import { aboveMark } from './above-mark.server';

const decision = (key: string, soc: string, version = 0): MappingDecision => ({
  ...{ key, version, people: 'unmapped', occupations: [{ soc, share: 100, roleBand: null }] },
});
const guard = decision('guard', '33-9032.00');
const manager = decision('manager', '11-3013.01');
const seen = aboveMark({ decisions: [guard, manager], people: 5 });

describe('the mark of what is confirmed above a score', () => {
  it('is the same in whatever order the titles are read', () => {
    expect(aboveMark({ decisions: [manager, guard], people: 5 })).toBe(seen);
  });

  it.each([
    ['another occupation', [decision('guard', '33-9099.02'), manager], 5],
    [
      'another share',
      [
        { ...guard, occupations: [{ soc: '33-9032.00', share: 70, roleBand: null }, ...manager.occupations] },
        manager,
      ],
      5,
    ],
    ['a title that was decided about since', [decision('guard', '33-9032.00', 1), manager], 5],
    ['another title', [guard, decision('lead', '11-3013.01')], 5],
    ['one title fewer', [guard], 5],
    ['other people', [guard, manager], 6],
  ])('is another one for %s', (_, decisions, people) => {
    expect(aboveMark({ decisions, people })).not.toBe(seen);
  });
});
