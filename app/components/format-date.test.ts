import { describe, expect, it } from 'vitest';
import { formatDay } from '~/shared/format-day';
import { formatMoment } from './format-date';

describe('formatDay', () => {
  it('writes a day without leading zero and with a three-letter month', () => {
    expect(formatDay('2026-09-03')).toBe('3 Sep 2026');
    expect(formatDay('2026-11-21')).toBe('21 Nov 2026');
  });
  it('gives back what is no day', () => {
    expect(formatDay('2026-13-01')).toBe('2026-13-01');
    expect(formatDay('soon')).toBe('soon');
  });
});

describe('formatMoment', () => {
  it('takes the day of the zone, not of UTC', () => {
    expect(formatMoment('2026-11-21T17:04:31Z', 'Europe/Amsterdam')).toBe('21 Nov 2026, 18:04:31');
    expect(formatMoment('2026-11-21T23:30:00Z', 'Europe/Amsterdam')).toBe('22 Nov 2026, 00:30:00');
  });
  it('refuses an unknown zone', () => {
    expect(() => formatMoment('2026-11-21T17:04:31Z', 'Mars/Base')).toThrow(RangeError);
  });
});
