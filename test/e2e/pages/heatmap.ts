import type { Locator, Page } from '@playwright/test';
import type { DimensionName } from './dimensions';

/** One cell as it is drawn. */
export interface DrawnCell {
  /** The whole cell in words, as assistive technology hears it. */
  readonly words: string;
  /** The number, or a dash; empty for a lock. */
  readonly number: string;
  /** The small print under the number. */
  readonly notes: readonly string[];
  readonly locked: boolean;
  readonly href: string;
}

export interface DrawnRow {
  readonly name: string;
  /** People of the row as printed, or null. */
  readonly people: number | null;
  /** Where the name leads, or null. */
  readonly href: string | null;
  readonly cells: readonly DrawnCell[];
}

/** Figures of a cell from its words: "mean level 1.9 of 4, 36 of 38 assessed, 0.5 below target". */
export interface CellWords {
  readonly mean: number | null;
  readonly assessed: number | null;
  readonly people: number | null;
  readonly gap: number | null;
  readonly atTarget: string | null;
}

/** The heatmap page in a browser. */
export function heatmapOf(page: Page) {
  const matrix = page.locator('table.matrix');
  return {
    page,
    matrix,
    panel: page.getByRole('complementary'),
    crumbs: page.getByRole('navigation', { name: 'Where you are' }),
    figures: page.getByRole('navigation', { name: 'Figure in the cells' }),
    rowsChoice: page.getByRole('navigation', { name: 'Rows' }),
    cell: (dimension: DimensionName, row: string): Locator =>
      matrix.locator(`tbody td a[aria-label^="${dimension}, ${row}:"]`),
    rowLink: (row: string): Locator =>
      matrix.locator('tbody th a').filter({ has: page.getByText(row, { exact: true }) }),
    columns: () => matrix.locator('thead th:not(:first-child)').allInnerTexts(),
    rows: () => readRows(matrix),
  };
}

function readRows(matrix: Locator): Promise<DrawnRow[]> {
  return matrix.locator('tbody tr').evaluateAll((rows) =>
    rows.map((row) => {
      const head = row.querySelector('th');
      const note = /([\d,]+) (?:people|person)/.exec(head?.querySelector('small')?.textContent ?? '');
      return {
        name: head?.querySelector('.matrix-row-name')?.textContent ?? '',
        people: note ? Number((note[1] ?? '').replaceAll(',', '')) : null,
        href: head?.querySelector('a')?.getAttribute('href') ?? null,
        cells: [...row.querySelectorAll('td > a')].map((cell) => ({
          words: cell.getAttribute('aria-label') ?? '',
          number: cell.querySelector('b')?.textContent ?? '',
          notes: [...cell.querySelectorAll('small')].flatMap((small) => {
            const parts = [...small.querySelectorAll('span')].map((span) => span.textContent ?? '');
            return parts.length > 0 ? parts : [small.textContent ?? ''];
          }),
          locked: cell.querySelector('svg.lock') !== null,
          href: cell.getAttribute('href') ?? '',
        })),
      };
    }),
  );
}

/** Reads the words of a cell of a group. */
export function readWords(words: string): CellWords {
  const number = (pattern: RegExp) => {
    const found = pattern.exec(words)?.[1];
    return found === undefined ? null : Number(found.replaceAll(',', ''));
  };
  return {
    mean: number(/mean level (\d\.\d) of 4/),
    assessed: number(/([\d,]+) of [\d,]+ assessed/),
    people: number(/[\d,]+ of ([\d,]+) assessed/),
    gap: words.includes('target met') ? 0 : number(/(\d\.\d) below target/),
    atTarget: /([<>]?\d+\u00a0%) at target/.exec(words)?.[1] ?? null,
  };
}

/** A row by its name. Throws when the matrix has none. */
export function rowNamed(rows: readonly DrawnRow[], name: string): DrawnRow {
  const row = rows.find((one) => one.name === name);
  if (!row)
    throw new Error(`The matrix has no row ${name}; it has ${rows.map((one) => one.name).join(', ')}.`);
  return row;
}
