import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { LEVEL_LABELS } from '~/modules/frameworks/domain/level';
import type { HeatmapCellView } from '../domain/heatmap-view';
import { PersonSummary } from './person-summary';
import { ProfileTable } from './profile-table';

const CELL: HeatmapCellView = {
  dimension: 'leadership',
  suppressed: false,
  people: 1,
  assessed: 1,
  mean: 2,
  meanTarget: 3,
  meanGap: 1,
  rater: 'manager',
};
const words = (cell: HeatmapCellView) =>
  renderToStaticMarkup(
    createElement(PersonSummary, { cell, labels: LEVEL_LABELS.durable, targetKind: null }),
  );

describe("a person's cell", () => {
  it('says whether the target is the default one', () => {
    expect(words({ ...CELL, defaultTarget: true })).toContain('(default');
    expect(words({ ...CELL, defaultTarget: false })).toContain('(written');
  });

  it('says under which other occupation the level was given', () => {
    const cell = { ...CELL, ratedAs: '33-9032.00', ratedAsTitle: 'Gate keepers' };
    expect(words(cell)).toContain('rated as Gate keepers');
    expect(words(CELL)).not.toContain('rated as');
  });
});

describe('the profile', () => {
  it('says who brought a rating in with a file', () => {
    const row = {
      dimension: 'leadership',
      level: 2,
      strength: 0.8,
      recheckOn: null,
      rater: 'manager',
      assessedOn: '2026-01-01',
      importedBy: 'Operator Ada',
      target: null,
      defaultTarget: false,
      critical: false,
      gap: null,
      selfManagerDifference: null,
    } as const;
    const markup = renderToStaticMarkup(createElement(ProfileTable, { rows: [row] }));
    expect(markup).toContain('imported by Operator Ada');
  });
});
