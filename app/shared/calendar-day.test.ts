import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, dayInZone, dayNumber, dayText, isDay } from './calendar-day';
import { InvalidInput } from './errors';

const anyDay = fc.integer({ min: -200_000, max: 200_000 }).map(dayText);

const written = (year: number, month: number, day: number) =>
  [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
const atMidnight = (text: string) => Date.parse(`${text}T00:00:00Z`);
const existsOnPlatform = (text: string) =>
  !Number.isNaN(atMidnight(text)) && new Date(atMidnight(text)).toISOString().slice(0, 10) === text;

describe('calendar days', () => {
  it('counts from 1970-01-01', () => {
    expect(dayNumber('1970-01-01')).toBe(0);
    expect(dayNumber('2020-01-01')).toBe(18_262);
    expect(dayText(-1)).toBe('1969-12-31');
  });

  it('goes there and back', () => {
    fc.assert(fc.property(anyDay, (day) => dayText(dayNumber(day)) === day && isDay(day)));
  });

  it('refuses what is no day', () => {
    for (const text of ['2023-02-29', '2024-13-01', '2024-1-01', '', '2024-01-01T00:00:00Z', '2024-00-10']) {
      expect(isDay(text), text).toBe(false);
      expect(() => dayNumber(text), text).toThrow(InvalidInput);
    }
    expect(() => dayText(0.5)).toThrow(InvalidInput);
    expect(() => dayText(Number.NaN)).toThrow(InvalidInput);
  });

  it('knows the days of every year that the calendar of the platform knows, and no others', () => {
    const days: string[] = [];
    for (let year = 0; year <= 9_999; year += year < 1_600 || year > 2_400 ? 37 : 1)
      for (let month = 0; month <= 13; month += 1)
        days.push(...[0, 1, 2, 27, 28, 29, 30, 31, 32].map((day) => written(year, month, day)));
    const known = days.filter(existsOnPlatform);
    expect(days.filter((text) => isDay(text))).toEqual(known);
    expect(known.map(dayNumber)).toEqual(known.map((text) => atMidnight(text) / 86_400_000));
    for (const text of [
      '2024-1 -01',
      '2024-0a-01',
      '2024/01/01',
      '+024-01-01',
      '2024-01-0１',
      '2024-01-01\n',
    ])
      expect(isDay(text), text).toBe(false);
  });

  it('orders as text as it orders as number', () => {
    fc.assert(fc.property(anyDay, anyDay, (a, b) => a < b === dayNumber(a) < dayNumber(b)));
  });
});

describe('addMonths', () => {
  it('keeps the day of the month, or takes the last one', () => {
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2024-02-29', -12)).toBe('2023-02-28');
    expect(addMonths('2024-11-30', 3)).toBe('2025-02-28');
    expect(addMonths('2024-01-15', -1)).toBe('2023-12-15');
    expect(addMonths('2024-12-31', 12)).toBe('2025-12-31');
  });

  it('never lands more than the days of the months away', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (day, months) => {
        const apart = dayNumber(addMonths(day, months)) - dayNumber(day);
        return apart >= months * 30.4375 - 4 && apart <= months * 30.4375 + 4;
      }),
    );
  });

  it('moves days across months', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
  });
});

describe('dayInZone', () => {
  it('gives the day of the place, not of Greenwich', () => {
    const instant = new Date('2026-03-01T03:30:00Z');
    expect(dayInZone(instant, 'UTC')).toBe('2026-03-01');
    expect(dayInZone(instant, 'America/New_York')).toBe('2026-02-28');
    expect(dayInZone(instant, 'Pacific/Auckland')).toBe('2026-03-01');
    expect(dayInZone(new Date('2026-12-31T11:00:00Z'), 'Pacific/Auckland')).toBe('2027-01-01');
  });

  it('refuses an unknown zone', () => {
    expect(() => dayInZone(new Date(0), 'Nowhere/Land')).toThrow(RangeError);
  });
});
