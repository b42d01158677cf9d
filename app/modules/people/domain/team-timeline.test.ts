import { describe, expect, it } from 'vitest';
import { reopenedFrom, type TeamTimeline, teamStateOn } from './team-timeline';

const place = (validFrom: string, validTo: string | null, parentId: string) => ({
  ...{ validFrom, validTo },
  facts: { parentId },
});

/** Moved in March, closed from June to September. */
const MOVED: TeamTimeline = [
  place('2026-01-01', '2026-03-01', 'a'),
  place('2026-03-01', '2026-06-01', 'b'),
  place('2026-09-01', null, 'c'),
];

describe('how a team stands on a day', () => {
  it('is its next closing while it is open, over its moves, and its last while it is closed', () => {
    expect(teamStateOn(MOVED, '2026-02-01')).toEqual({ closedOn: '2026-06-01', parentId: 'a' });
    expect(teamStateOn(MOVED, '2026-06-01')).toEqual({ closedOn: '2026-06-01', parentId: 'b' });
    expect(teamStateOn(MOVED, '2026-08-31')).toEqual({ closedOn: '2026-06-01', parentId: 'b' });
    expect(teamStateOn(MOVED, '2026-09-01')).toEqual({ closedOn: null, parentId: 'c' });
    expect(teamStateOn(MOVED, '2025-01-01')).toEqual({ closedOn: '2026-06-01', parentId: 'a' });
    expect(teamStateOn([], '2026-01-01')).toBeNull();
  });
});

describe('a team that is opened again', () => {
  it('is there up to the return that was planned, and nowhere twice', () => {
    expect(reopenedFrom(MOVED, { from: '2026-07-01', parentId: 'b' })?.slice(2)).toEqual([
      place('2026-07-01', '2026-09-01', 'b'),
      place('2026-09-01', null, 'c'),
    ]);
    expect(reopenedFrom(MOVED, { from: '2026-06-01', parentId: 'c' })?.at(-1)).toEqual(
      place('2026-06-01', null, 'c'),
    );
    expect(reopenedFrom(MOVED, { from: '2026-05-01', parentId: 'b' })).toBeNull();
  });
});
