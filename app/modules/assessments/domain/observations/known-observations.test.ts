import { describe, expect, it } from 'vitest';
import { readCsv } from '~/shared/csv';
import { asOwnObservations } from './known-observations';

const read = (text: string) => {
  const { header, rows } = asOwnObservations(readCsv(text, 'drills.csv'));
  return { header, rows: rows.map(({ values }) => values) };
};

describe('a sheet of drills', () => {
  it('is read by the usual names of its columns, words and days', () => {
    const { header, rows } = read(
      'Date,Observer,Person,Dimension,Drill,Result\n10/11/2026,E1,E2,Critical Thinking,Gate 4,not shown\n23/11/2026,E1,E2,Leadership,Gate 4,Partially\n',
    );
    expect(header).toEqual([
      ...['observed_on', 'observer_external_id', 'employee_external_id', 'dimension', 'event', 'outcome'],
    ]);
    expect(rows).toEqual([
      ['2026-11-10', 'E1', 'E2', 'critical_thinking', 'Gate 4', 'not_demonstrated'],
      ['2026-11-23', 'E1', 'E2', 'leadership', 'Gate 4', 'partly'],
    ]);
  });

  it('keeps own names, and leaves what it does not know', () => {
    const { header, rows } = read('observed_on,date,outcome,place\n2026-11-10,x,maybe,Gate\n');
    expect(header).toEqual(['observed_on', 'date', 'outcome', 'place']);
    expect(rows).toEqual([['2026-11-10', 'x', 'maybe', 'Gate']]);
  });
});
