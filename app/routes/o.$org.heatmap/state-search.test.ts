import { describe, expect, it } from 'vitest';
import { readHeatmapState } from './heatmap-state';
import { stateSearch } from './state-search';

const TEAM = '01900000-0000-7000-8000-000000000001';

describe('the state as an address', () => {
  it('gives the same state again', () => {
    const whole = `rows=person&parent=${TEAM}&direct=1&filter[team]=${TEAM}&filter[site]=none&filter[occupation]=33-9032.00&filter[band]=2&filter[kind]=agency&filter[available]=no&figure=gap&asOf=2026-01-31&since=2025-12-31&sort=-gap:leadership`;
    const state = readHeatmapState(new URLSearchParams(whole));
    expect(readHeatmapState(new URLSearchParams(stateSearch(state)))).toEqual(state);
    expect([...new URLSearchParams(stateSearch(state))]).toEqual([...new URLSearchParams(whole)]);
  });
  it('keeps no cell, no place in a list, no default and nothing that the page does not understand', () => {
    const state = readHeatmapState(
      new URLSearchParams(`cell=person:${TEAM}:mastery&offset=300&rows=team&figure=level&role=owner&rows=x`),
    );
    expect(stateSearch(state)).toBe('');
  });
});
