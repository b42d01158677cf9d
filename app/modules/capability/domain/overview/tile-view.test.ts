import { describe, expect, it } from 'vitest';
import { DEFAULT_CONSTANTS } from '../constants';
import { type AiSums, NOTHING } from './overview-sums';
import { tileViews } from './tile-view';

const SCOPE = { asOf: '2026-11-22', constants: DEFAULT_CONSTANTS, version: '1' };
const sumsOf = (ai: AiSums) => ({ ...NOTHING, people: 10, ai });
const KEPT = { withTarget: 10, assessed: 10, attained: 60 };
const tileOf = (ai: AiSums) => {
  const past = [{ asOf: '2026-09-30', sums: sumsOf(KEPT), formulaVersion: '1' }];
  const tiles = tileViews({ sums: sumsOf(ai), teams: [], past, quarter: '2026-10-01' }, SCOPE);
  return tiles.find(({ key }) => key === 'aiReadiness');
};

describe('the tile of AI-readiness', () => {
  it('tells the change against everybody of then where it is of everybody', () => {
    const tile = tileOf({ ...KEPT, attained: 72 });
    expect(tile).toMatchObject({ change: { value: 10, since: '2026-09-30' }, changeNote: null });
    expect(tile?.trend.map(({ asOf }) => asOf)).toEqual(['2026-09-30', '2026-11-22']);
  });

  it('tells none, and says why, where ratings of some are not open to the viewer yet', () => {
    const tile = tileOf({ people: 8, withTarget: 8, assessed: 8, attained: 60 });
    expect(tile).toMatchObject({ value: 62.5, change: null });
    expect(tile?.changeNote).toBe('No change is shown: ratings of 2 people are not open to you yet.');
    expect(tile?.trend.map(({ asOf }) => asOf)).toEqual(['2026-09-30']);
  });
});
