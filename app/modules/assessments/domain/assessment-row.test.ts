import { describe, expect, it } from 'vitest';
import { type LongCells, recogniseForm, type WideCells } from './assessment-columns';
import { readLongRow, readWideRow } from './assessment-row';
import { occupationOnDay } from './occupation-on-day';

const PLACE = { pointer: 'a.csv:2', asOf: '2026-11-21' };
const LONG: LongCells = {
  employee_external_id: 'E1',
  rater: 'manager',
  rater_external_id: 'E9',
  assessed_on: '2026-11-21',
  occupation: '',
  cycle: undefined,
  dimension: 'leadership',
  level: '3',
  evidence: '=led the drill\non two nights ',
};
const faults = (cells: Partial<LongCells>) => {
  const result = readLongRow({ ...LONG, ...cells }, PLACE);
  return result.ok ? [] : result.faults.map((fault) => fault.detail);
};

describe('readLongRow', () => {
  it('reads one rating', () => {
    expect(readLongRow(LONG, PLACE)).toEqual({
      ok: true,
      record: {
        employeeExternalId: 'E1',
        raterKind: 'manager',
        raterExternalId: 'E9',
        assessedOn: '2026-11-21',
        soc: null,
        cycle: null,
        ratings: [{ dimension: 'leadership', level: 3, evidence: '=led the drill\non two nights' }],
      },
    });
  });

  it('reads ? as unsure', () => {
    const result = readLongRow({ ...LONG, level: '?' }, PLACE);
    expect(result.ok && result.record.ratings[0]?.level).toBeNull();
  });

  it.each<[string, Partial<LongCells>]>([
    ['employee_external_id', { employee_external_id: '' }],
    ['rater', { rater: 'boss' }],
    ['rater', { rater: '' }],
    ['rater_external_id', { rater: 'self' }],
    ['rater_external_id', { rater_external_id: 'E1' }],
    ['assessed_on', { assessed_on: '' }],
    ['assessed_on', { assessed_on: '2026-11-22' }],
    ['assessed_on', { assessed_on: '2026-02-29' }],
    ['occupation', { occupation: '33-9032' }],
    ['dimension', { dimension: 'charm' }],
    ['level', { level: '5' }],
    ['level', { level: '2.0' }],
    ['level', { level: '' }],
    ['evidence', { evidence: 'x'.repeat(4001) }],
  ])('refuses a wrong %s: %j', (column, cells) => {
    expect(faults(cells)).toEqual([expect.stringMatching(new RegExp(`^${column}: .*\\.$`, 's'))]);
  });
});

describe('readWideRow', () => {
  it('reads the filled dimensions', () => {
    const cells = { ...LONG, communication: '0', ai_use: '?', mastery: ' ', character: undefined };
    const result = readWideRow(cells as unknown as WideCells, PLACE);
    expect(result.ok && result.record.ratings).toEqual([
      { dimension: 'communication', level: 0, evidence: null },
      { dimension: 'ai_use', level: null, evidence: null },
    ]);
  });
});

describe('recogniseForm', () => {
  it('tells the forms apart by the header', () => {
    expect(recogniseForm(['employee_external_id', 'dimension', 'level'])).toBe('long');
    expect(recogniseForm(['employee_external_id', 'mastery'])).toBe('wide');
    expect(recogniseForm(['dimension', 'mastery'])).toHaveProperty('fault');
    expect(recogniseForm(['employee_external_id'])).toHaveProperty('fault');
  });
});

describe('occupationOnDay', () => {
  const period = (
    soc: string,
    share: number,
    valid: [string, string | null],
    confirmedBy: string | null = 'HR',
  ) => ({
    soc,
    share,
    validFrom: valid[0],
    validTo: valid[1],
    confirmedBy,
  });
  const periods = [
    period('33-9032.00', 60, ['2025-01-01', '2026-01-01']),
    period('33-1091.00', 40, ['2025-01-01', '2026-01-01']),
    period('43-5031.00', 50, ['2026-01-01', '2026-06-01']),
    period('13-1199.07', 50, ['2026-01-01', '2026-06-01']),
    period('11-3013.01', 100, ['2024-01-01', null], null),
  ];

  it('gives the main confirmed occupation of the day, ties to the lower code', () => {
    expect(occupationOnDay(periods, '2025-05-01')).toBe('33-9032.00');
    expect(occupationOnDay(periods, '2026-01-01')).toBe('13-1199.07');
  });

  it('takes the first one for earlier days, and none after the last', () => {
    expect(occupationOnDay(periods, '2020-01-01')).toBe('33-9032.00');
    expect(occupationOnDay(periods, '2026-06-01')).toBeUndefined();
    expect(occupationOnDay(periods.slice(4), '2025-01-01')).toBeUndefined();
  });
});
