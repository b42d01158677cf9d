import { describe, expect, it } from 'vitest';
import {
  countText,
  measureMeaning,
  measureName,
  missingMeasures,
  sourceName,
  valueText,
} from './evidence-words';

describe('the words of the evidence pack', () => {
  it('shows a value with its unit', () => {
    expect(valueText({ value: 61.5, unit: '%' })).toBe('61.5 %');
    expect(valueText({ value: 3.1, unit: '1-5' })).toBe('3.1 of 5');
    expect(valueText({ value: 48.2, unit: '0-100' })).toBe('48.2 of 100');
    expect(valueText({ value: 1204, unit: 'observations' })).toBe('1,204');
    expect(valueText({ value: 0, unit: '%' })).toBe('0 %');
    expect(valueText({ value: 'Monitoring' })).toBe('Monitoring');
  });

  it('says no data where there is none, never zero', () => {
    expect(countText(undefined)).toBe('no data');
    expect(countText(0)).toBe('0');
    expect(valueText({ value: '' })).toBe('no data');
  });

  it('names a measure that it does not know by its key', () => {
    expect(measureName('augment_share')).toBe('Augment share');
    expect(measureName('new_measure')).toBe('new measure');
    expect(measureMeaning('new_measure')).toBeUndefined();
    expect(sourceName('new_source')).toBe('new source');
  });

  it('tells an exposure as a share, 0 as none observed, and a missing one as no data', () => {
    const exposure = { measure: 'observed_exposure', unit: '0-1' };
    expect(valueText({ ...exposure, value: 0.1345 })).toBe('13.5 %');
    expect(valueText({ ...exposure, value: 0 })).toBe('none observed');
    expect(valueText({ ...exposure, value: 'no data' })).toBe('no data');
  });

  it('tells shares, scores from 0 to 1 and counts of tasks as what they are', () => {
    expect(valueText({ measure: 'dv_rating_beta', unit: '0-1', value: 0.482 })).toBe('48.2 %');
    expect(valueText({ measure: 'human_rating_beta', unit: '0-1', value: 0.5 })).toBe('50 %');
    expect(valueText({ measure: 'ai_applicability_score', unit: '0-1', value: 0.0627 })).toBe('0.06 of 1');
    expect(valueText({ measure: 'tasks_with_observed_use', unit: 'tasks', value: 5, n: 28 })).toBe(
      '5 of 28 tasks',
    );
  });

  it('explains every measure that Cadre shows, without a word on replacing anybody', () => {
    const shown = [
      ...['observed_exposure', 'ai_applicability_score', 'dv_rating_beta', 'human_rating_beta'],
      ...['tasks_with_observed_use', 'conversation_share', 'task_observations', 'augment_share'],
      ...['time_saved', 'ai_autonomy', 'top_skill', 'score', 'cluster'],
    ];
    for (const measure of shown) {
      expect(measureMeaning(measure), measure).toMatch(/^[A-Z].*\.$/);
      expect(measureMeaning(measure), measure).not.toMatch(/replac|automat/i);
    }
  });

  it('lists what nobody publishes, and not what is told to be missing', () => {
    const row = { source: 'aei', release: 'r', value: 'no data' };
    expect(missingMeasures([{ ...row, measure: 'observed_exposure' }])).toEqual([
      ...['augment_share', 'time_saved', 'ai_autonomy', 'score', 'cluster'],
    ]);
    expect(missingMeasures([])).toHaveLength(6);
  });
});
