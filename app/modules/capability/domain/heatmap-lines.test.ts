import { describe, expect, it } from 'vitest';
import { NO_FILTER } from './heatmap-filter';
import { HEATMAP_COLUMNS, heatmapLines } from './heatmap-lines';
import type { HeatmapRowView } from './heatmap-view';

const row = (more: Partial<HeatmapRowView>): HeatmapRowView => ({
  ...{ id: '1', name: 'Night', kind: 'group', people: 40, released: false, figuresOf: null },
  ...{ hasChildren: false, cells: [] },
  ...more,
});
const linesOf = (rows: readonly HeatmapRowView[], filter = NO_FILTER) =>
  heatmapLines({ rows, filter, asOf: '2026-11-21', release: { asOf: '2026-10-31' } }).map((line) =>
    Object.fromEntries(HEATMAP_COLUMNS.map((name, index) => [name, line[index]])),
  );

describe('lines of the heatmap', () => {
  it('name the day, the filters and the figures of a live cell', () => {
    const cell = { dimension: 'leadership', suppressed: false, people: 40, assessed: 38, mean: 1.5 } as const;
    const filter = { ...NO_FILTER, band: '2', available: 'yes' } as const;
    expect(linesOf([row({ cells: [cell] })], filter)).toEqual([
      expect.objectContaining({
        ...{ as_of: '2026-11-21', filters: 'band=2; available=yes', row: 'Night', dimension: 'leadership' },
        ...{ note: '', people: 40, assessed: 38, mean: 1.5, n0: null },
      }),
    ]);
  });
  it('hold nothing of a lock, not even a count, and say of which day a released row is', () => {
    const hidden = row({ released: true, cells: [{ dimension: 'mastery', suppressed: true }] });
    const [line] = linesOf([hidden]);
    expect(line).toMatchObject({ as_of: '2026-10-31', note: 'hidden to protect individuals', people: null });
    expect(Object.values(line ?? {}).filter((value) => typeof value === 'number')).toEqual([]);
  });
});
