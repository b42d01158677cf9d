import { expect, it } from 'vitest';
import { LONG_COLUMNS, WIDE_COLUMNS } from './assessment-columns';
import { asOwnRatings } from './known-ratings';

const table = (header: string[], ...rows: string[][]) => ({
  file: 'ratings.csv',
  header,
  rows: rows.map((values, at) => ({ line: at + 2, values })),
});

it("reads names, words and days of other programs as Cadre's own", () => {
  const { header, rows } = asOwnRatings(
    table(
      ['Personalnummer', 'Bewerter-Art', 'Datum', 'Kompetenz', 'Stufe', 'Kommentar'],
      ['E1', 'Vorgesetzte', '31.03.2026', 'Critical Thinking', '3', 'Unsure of the gate'],
      ['E2', 'Selbsteinschätzung', '1.4.2026', 'ai_use', 'unsicher', ''],
    ),
  );
  expect(header).toEqual(['employee_external_id', 'rater', 'assessed_on', 'dimension', 'level', 'evidence']);
  expect(rows.map(({ values }) => values)).toEqual([
    ['E1', 'manager', '2026-03-31', 'critical_thinking', '3', 'Unsure of the gate'],
    ['E2', 'self', '2026-04-01', 'ai_use', '?', ''],
  ]);
});

it('takes the wide form with the labels of the dimensions, and leaves what it does not know', () => {
  const { header, rows } = asOwnRatings(
    table(
      ['Employee ID', 'rater', 'Rating date', 'Growth Mindset', 'AI use', 'Shoe size'],
      ['E1', 'boss', 'x', '3', '?', '44'],
    ),
  );
  expect(header).toEqual([
    ...['employee_external_id', 'rater', 'assessed_on', 'growth_mindset', 'ai_use', 'Shoe size'],
  ]);
  expect(rows[0]?.values).toEqual(['E1', 'boss', 'x', '3', '?', '44']);
});

it('changes no table under own names, and names no field twice', () => {
  const own = [...LONG_COLUMNS.required, ...LONG_COLUMNS.optional];
  expect(asOwnRatings(table(own, own)).header).toEqual(own);
  const wide = [...WIDE_COLUMNS.required, ...WIDE_COLUMNS.optional];
  expect(asOwnRatings(table(wide)).header).toEqual(wide);
  expect(asOwnRatings(table(['date', 'assessed_on', 'Datum'])).header).toEqual([
    'date',
    'assessed_on',
    'Datum',
  ]);
  expect(asOwnRatings(table(['Date', 'Datum'])).header).toEqual(['assessed_on', 'Datum']);
});
