import { describe, expect, it } from 'vitest';
import { filtersAddress } from './heatmap-links';

const clearOf = (text: string) => filtersAddress(new URLSearchParams(text)).clearHref;

describe('the way back from filters', () => {
  it('is offered where something is filtered, and keeps the place', () => {
    expect(clearOf('parent=p&filter[site]=s')).toBe('?parent=p');
    expect(clearOf('asOf=2026-06-30&figure=gap')).toBe('?figure=gap');
  });

  it('is not offered where the form was sent with nothing chosen', () => {
    expect(clearOf('')).toBeNull();
    expect(clearOf('filter[team]=&filter[site]=&asOf=')).toBeNull();
  });
});
