import { describe, expect, it } from 'vitest';
import { differenceWords } from './difference-words';

describe('differences of a person', () => {
  it('say availability in one word, whichever of the stored values differ', () => {
    const available = { field: 'available', from: 'true', to: 'false' };
    expect(differenceWords([available, { field: 'absence', from: null, to: 'under_notice' }])).toEqual([
      'Availability: Available → Under notice',
    ]);
    expect(differenceWords([available])).toEqual(['Availability: Available → Not available']);
    expect(differenceWords([{ field: 'absence', from: 'long_absence', to: null }])).toEqual([
      'Availability: Long absence → Not available',
    ]);
  });

  it('say values as the forms do, and days in words', () => {
    expect(
      differenceWords([
        { field: 'kind', from: 'agency', to: 'contractor' },
        { field: 'endedOn', from: null, to: '2026-11-30' },
        { field: 'title', from: 'Gate Guard', to: 'constructor' },
      ]),
    ).toEqual([
      'Kind: Agency worker → Contractor',
      'Left from: none → 30 Nov 2026',
      'Title: Gate Guard → constructor',
    ]);
  });
});
