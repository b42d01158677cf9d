import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { HEATMAP_METRICS, type HeatmapMetric, type HeatmapRowView } from '../domain/heatmap-view';
import { cellFigure } from './cell-figure';
import { HeatmapLegend } from './heatmap-legend';

const row: HeatmapRowView = {
  ...{
    id: 'a',
    name: 'Gate',
    kind: 'group',
    people: 38,
    released: false,
    figuresOf: null,
    hasChildren: false,
  },
  cells: [
    {
      ...{ dimension: 'leadership', suppressed: false, people: 38, assessed: 36, unknownShare: 0.05 },
      ...{ mean: 1.9, meanGap: 0.6, atTargetShare: 0.4, selfManagerDifference: 0.5, differenceN: 36 },
      change: {
        ...{ before: 1.6, after: 1.9, change: 0.3, evidence: 0, targets: 0, joinedAndLeft: 0, levels: 0.3 },
        ...{ common: 36, standardError: 0.1, isClear: true },
      },
    },
  ],
};

const legend = (metric: HeatmapMetric) =>
  renderToStaticMarkup(HeatmapLegend({ metric, view: { rows: [row] } })).replaceAll(/<[^>]+>/g, ' ');

describe('the legend', () => {
  it.each(HEATMAP_METRICS)('explains each line that stands in a cell of %s, and no other', (metric) => {
    const [cell] = row.cells;
    const notes = cell
      ? cellFigure(row, cell, metric).notes.map((items) => items.join(' ').replace('\u00A0', ' '))
      : [];
    expect(notes.length).toBeGreaterThan(0);
    const words = legend(metric);
    for (const note of notes) expect(words).toContain(note);
    expect(words.includes('missing to target')).toBe(metric === 'level' || metric === 'at_target');
    expect(words.includes('?5%')).toBe(['level', 'gap', 'at_target'].includes(metric));
  });
});
