import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import type { HeatmapCellView, HeatmapRowView, HeatmapView } from '../domain/heatmap-view';
import { HeatmapPanel } from './heatmap-panel';
import { HeatmapTable } from './heatmap-table';

/** Links as plain anchors: these tests are of the markup, not of the router. */
vi.mock('@remix-run/react', () => ({
  Link: ({ to, children }: { to: string; children: unknown }) =>
    createElement('a', { href: to }, children as string),
  useNavigate: () => () => undefined,
}));

const secret: Omit<HeatmapCellView, 'dimension'> = {
  suppressed: true,
  people: 731,
  assessed: 731,
  mean: 3.7,
  meanGap: 0.7,
  distribution: [0, 0, 0, 300, 431],
};
const hidden: HeatmapRowView = {
  id: '9',
  name: 'Contract guards',
  kind: 'group',
  people: 731,
  released: true,
  figuresOf: null,
  hasChildren: false,
  cells: DIMENSIONS.map((dimension) => ({ ...secret, dimension })),
};
const shown: HeatmapRowView = {
  ...hidden,
  id: '2',
  name: 'Night operations',
  people: 38,
  released: false,
  hasChildren: true,
  cells: DIMENSIONS.map((dimension) => ({
    dimension,
    suppressed: false,
    people: 38,
    assessed: 36,
    mean: 1.9,
    meanGap: 0.5,
    unknownShare: 2 / 38,
  })),
};
const view: HeatmapView = {
  asOf: '2026-11-21',
  computedAt: null,
  pending: false,
  release: null,
  parent: null,
  rows: [shown, hidden],
  canSeePeople: false,
};

function draw(): string {
  const table = createElement(HeatmapTable, {
    view,
    metric: 'level',
    hrefForCell: (row, cell) => `?cell=team:${row.id}:${cell.dimension}`,
    hrefForRow: (row) => (row.hasChildren ? `?parent=${row.id}` : null),
    selected: { rowKey: 'group:2', dimension: 'leadership' },
  });
  return renderToStaticMarkup(table);
}

describe('HeatmapTable on the server', () => {
  it('draws a link with words for every cell, before any script', () => {
    const html = draw();
    expect(html.match(/<a class="matrix-cell"/g)).toHaveLength(24);
    expect(html).toContain('href="?cell=team:2:leadership"');
    expect(html).toContain(
      'aria-label="Leadership, Night operations: mean level 1.9 of 4, 36 of 38 assessed',
    );
    expect(html).not.toContain('tabindex');
    expect(html.match(/aria-current="true"/g)).toHaveLength(1);
  });
  it('lets no figure of a hidden row through, not even its count of people', () => {
    const html = draw();
    expect(html).not.toMatch(/731|3\.7|431/);
    expect(html).toContain('Leadership, Contract guards: hidden to protect individuals');
  });
});

describe('HeatmapPanel', () => {
  const panel = (row: HeatmapRowView, cell: HeatmapCellView) =>
    renderToStaticMarkup(
      createElement(HeatmapPanel, {
        title: 'Leadership, Contract guards',
        row,
        cell,
        dimension: 'leadership',
        statements: [],
        why: null,
        closeHref: '/',
      }),
    );
  it('shows a lock and a reason for a suppressed cell, and no figure', () => {
    const html = panel(hidden, { ...secret, dimension: 'leadership' });
    expect(html).toContain('hidden to protect individuals');
    expect(html).not.toMatch(/731|3\.7|431/);
  });
  it('shows of a released cell no distribution and no gap', () => {
    const html = panel(hidden, { ...secret, dimension: 'leadership', suppressed: false });
    expect(html).toContain('731 of 731 assessed');
    expect(html).not.toMatch(/431|gap|distribution/);
  });
});
