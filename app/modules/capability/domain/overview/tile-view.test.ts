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
    expect(tile).toMatchObject({ change: { value: 10, since: '2026-09-30' } });
    expect(tile?.trend.map(({ asOf }) => asOf)).toEqual(['2026-09-30', '2026-11-22']);
  });

  it('holds no figure, and says why, where it is not open to the reader yet', () => {
    const tile = tileOf({ ...KEPT, assessed: 0, attained: 0, closed: true });
    expect(tile).toMatchObject({ value: null, change: null, why: null });
    expect(tile?.driver).toContain('Not open to you yet');
    expect(tile?.trend.map(({ asOf }) => asOf)).toEqual(['2026-09-30']);
  });
});
