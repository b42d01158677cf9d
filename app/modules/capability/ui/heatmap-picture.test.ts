import { describe, expect, it } from 'vitest';
import type { HeatmapCellView, HeatmapRowView } from '../domain/heatmap-view';
import { heatmapPicture } from './heatmap-picture';

const row = (more: Partial<HeatmapRowView>): HeatmapRowView => ({
  ...{ id: '1', name: 'Night', kind: 'group', people: 40, released: false, figuresOf: null },
  ...{ hasChildren: false, cells: [] },
  ...more,
});
const cell = (more: Partial<HeatmapCellView>): HeatmapCellView => ({
  ...{ dimension: 'leadership', suppressed: false, people: 40, assessed: 30, mean: 2.4, unknownShare: 0.25 },
  ...more,
});
const picture = (rows: readonly HeatmapRowView[]) =>
  heatmapPicture({
    title: 'Mean level',
    lines: ['Acme & Sons', 'Site: <Harbour> "1"'],
    rows,
    metric: 'level',
  });

describe('the heatmap as a picture', () => {
  it('holds the figure, its step, the hatch of the unknown, and marks', () => {
    const svg = picture([row({ cells: [cell({ singlePoint: true })] })]);
    expect(svg).toContain('>2.4</text>');
    expect(svg).toContain('url(#hatch-level-2)');
    expect(svg).toContain('<circle');
    expect(svg).toContain('40 people');
  });
  it('escapes every text, also of names with what XML cannot hold', () => {
    const name = `<script>alert("1")</script>&'\u0007\uFFFF`;
    const svg = picture([row({ name, cells: [cell({})] })]);
    for (const part of ['<script', '\u0007', '\uFFFF']) expect(svg).not.toContain(part);
    expect(svg).toContain('Acme &amp; Sons');
    expect(svg).toContain('Site: &lt;Harbour&gt; &quot;1&quot;');
    expect(svg.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, '')).not.toContain('&');
  });
  it('shows of a hidden cell a lock and nothing of its figures, and no count of a hidden row', () => {
    const svg = picture([
      row({ released: true, people: 4321, cells: [cell({ suppressed: true, mean: 3.7 })] }),
    ]);
    expect(svg).toContain('hidden to protect individuals');
    expect(svg).not.toMatch(/3\.7|4,321/);
  });
});
