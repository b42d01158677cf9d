import { describe, expect, it } from 'vitest';
import type { HeatmapCellView, HeatmapRowView } from '../domain/heatmap-view';
import { cellFigure, gapStep, shareStep } from './cell-figure';
import { cellLabel, HIDDEN_WORDS } from './cell-label';
import { visibleCell } from './visible-cell';

const row: HeatmapRowView = {
  id: '1',
  name: 'Night operations',
  kind: 'group',
  people: 38,
  released: false,
  figuresOf: null,
  hasChildren: true,
  cells: [],
};
const cell: HeatmapCellView = {
  dimension: 'leadership',
  suppressed: false,
  people: 38,
  assessed: 36,
  distribution: [1, 10, 17, 7, 1],
  median: 2,
  mean: 1.917,
  meanTarget: 2.4,
  meanGap: 0.52,
  atTargetShare: 0.222,
  unknownShare: 2 / 38,
  strength: 0.7,
  singlePoint: true,
};

describe('cellFigure', () => {
  it('puts the number first, then the gap, then n and the unknown share', () => {
    expect(cellFigure(row, cell, 'level')).toMatchObject({
      text: '1.9',
      step: { 'data-level': 2 },
      notes: [['\u22120.5'], ['36', '?5%']],
      manyUnknown: false,
    });
  });
  it('leaves n out when everyone is assessed, and the gap when there is none', () => {
    const full = { ...cell, assessed: 38, unknownShare: 0, meanGap: 0 };
    expect(cellFigure(row, full, 'level').notes).toEqual([]);
  });
  it('never shows a number and a colour step that disagree', () => {
    const edge = cellFigure(row, { ...cell, mean: 2.46 }, 'level');
    expect(edge).toMatchObject({ text: '2.5', step: { 'data-level': 3 } });
  });
  it('marks more than a fifth not assessed, and not a fifth', () => {
    expect(cellFigure(row, { ...cell, unknownShare: 0.21 }, 'level').manyUnknown).toBe(true);
    expect(cellFigure(row, { ...cell, unknownShare: 0.2 }, 'level').manyUnknown).toBe(false);
  });
  it('says why there is no number, never 0', () => {
    const none = { ...cell, assessed: 0, mean: null, median: null, meanGap: null, atTargetShare: null };
    expect(cellFigure(row, none, 'level')).toMatchObject({ text: null, empty: 'not assessed', step: null });
    expect(cellFigure(row, { ...cell, meanGap: null }, 'gap')).toMatchObject({
      text: null,
      empty: 'no target',
    });
  });
  it('steps gaps and shares', () => {
    expect([0, 0.04, 0.06, 0.44, 0.5, 0.96, 1.2].map(gapStep)).toEqual([0, 1, 1, 1, 2, 3, 3]);
    expect([1, 0.8, 0.79, 0.4, 0.39].map(shareStep)).toEqual([0, 0, 1, 2, 3]);
    expect(shareStep(0.596)).toBe(1);
  });
  it('says that a target is met only where no gap is', () => {
    const nearly = { ...cell, meanGap: 1 / 23 };
    expect(cellFigure(row, nearly, 'gap')).toMatchObject({ text: '\u2212<0.1', step: { 'data-gap': 1 } });
    expect(cellLabel(row, nearly)).toContain('under 0.1 below target');
    expect(cellLabel(row, { ...cell, meanGap: 0 })).toContain('target met');
  });
  it('shows a person as a whole level with strength and rater', () => {
    const person = { ...row, kind: 'person' as const };
    const rated: HeatmapCellView = { ...cell, people: 1, assessed: 1, median: 3, mean: 3, rater: 'manager' };
    expect(cellFigure(person, rated, 'level')).toMatchObject({ text: '3', notes: [['strong'], ['manager']] });
  });
});

describe('cellLabel', () => {
  it('says the whole cell in words', () => {
    expect(cellLabel(row, cell)).toBe(
      'Leadership, Night operations: mean level 1.9 of 4, 36 of 38 assessed, 0.5 below target, ' +
        '22\u00A0% at target, evidence strong, one person only meets the requirement',
    );
  });
  it('does not say which rule closed a lock, nor any figure behind it', () => {
    const label = cellLabel(row, visibleCell(row, { ...cell, suppressed: true }));
    expect(label).toBe(`Leadership, Night operations: ${HIDDEN_WORDS}`);
  });
  it('names the rows "directly in" and "the rest of"', () => {
    expect(cellLabel({ ...row, kind: 'direct' }, cell)).toContain(
      'Leadership, directly in Night operations:',
    );
    expect(cellLabel({ ...row, restOf: true }, cell)).toContain('Leadership, the rest of Night operations:');
  });
});

describe('cells of released rows', () => {
  it.each(['gap', 'trend', 'difference'] as const)(
    'say that %s is not released, not that it is unknown',
    (metric) => {
      const released = { ...row, released: true };
      const figure = cellFigure(released, visibleCell(released, cell), metric);
      expect(figure).toMatchObject({ text: null, empty: 'not released' });
      expect(
        cellFigure(row, { ...cell, change: null, selfManagerDifference: null, meanGap: null }, metric).empty,
      ).not.toBe('not released');
    },
  );
});

describe('visibleCell', () => {
  it('keeps of a suppressed cell nothing', () => {
    expect(visibleCell(row, { ...cell, suppressed: true })).toEqual({
      dimension: 'leadership',
      suppressed: true,
    });
  });
  it('keeps of a released row only people, assessed, mean and the band', () => {
    const shown = visibleCell({ ...row, released: true }, { ...cell, atTargetBand: 'under a third' });
    expect(Object.keys(shown).sort()).toEqual([
      'assessed',
      'atTargetBand',
      'dimension',
      'mean',
      'people',
      'suppressed',
    ]);
  });
});
