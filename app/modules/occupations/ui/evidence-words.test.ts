import { describe, expect, it } from 'vitest';
import { countText, measureName, valueText } from './evidence-words';

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
    expect(measureName('observed_exposure')).toBe('observed exposure');
  });
});
