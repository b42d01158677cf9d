import { describe, expect, it } from 'vitest';
import { proposalsAbove } from './proposals';

const GUARDS = '33-9032.00';
const OFFICERS = '33-3012.00';
const shared = (soc: string) => ({ soc, share: 100, roleBand: null });
const live = new Map([
  [GUARDS, 'Security Guards'],
  [OFFICERS, 'Correctional Officers'],
]);
const guard = {
  ...{ key: 'guard', title: 'Guard', spellings: [], people: 3_000, unmapped: 2_900, states: [] },
  ...{ faults: [], doubted: [], decision: null, best: { soc: OFFICERS, score: 0.97 } },
  held: [] as readonly { readonly soc: string; readonly people: number }[],
};
const at = (cluster: Partial<Omit<typeof guard, 'decision'>> & { readonly decision?: object }) =>
  proposalsAbove([{ ...guard, ...cluster } as typeof guard], { threshold: 0.9, live });

describe('titles that a score decides', () => {
  it('are those at or above it, and no others', () => {
    expect(at({}).taken).toMatchObject([{ occupations: [shared(OFFICERS)] }]);
    expect(at({ best: { soc: OFFICERS, score: 0.89 } })).toEqual({ taken: [], contradicted: [] });
    expect(at({ unmapped: 0 })).toEqual({ taken: [], contradicted: [] });
  });

  it('are left to a person where most colleagues hold another occupation, however high the score', () => {
    const held = [
      { soc: GUARDS, people: 90 },
      { soc: OFFICERS, people: 10 },
    ];
    expect(at({ held })).toMatchObject({ taken: [], contradicted: [{ key: 'guard' }] });
    expect(at({ held: held.toReversed() }).taken).toHaveLength(1);
  });

  it('follow a decision, whatever the score and whatever colleagues hold', () => {
    const held = [{ soc: OFFICERS, people: 100 }];
    const decision = { version: 1, occupations: [shared(GUARDS)] };
    expect(at({ held, decision, best: { soc: OFFICERS, score: 0.2 } }).taken).toMatchObject([
      { occupations: [shared(GUARDS)] },
    ]);
  });
});
