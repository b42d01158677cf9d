import { isOnetSoc } from '../soc-code';
import type { CellKind, OnetColumn, OnetDataset } from './dataset';

/** Cells as the database reads them: text, or null for none. */
export type OnetRow = readonly (string | null)[];

export interface RowReader {
  /** Columns of the database in the order of the cells; the fixed ones and the position come first. */
  readonly columns: readonly string[];
  /** Columns of the file that nothing reads. */
  readonly unread: readonly string[];
  /**
   * Reads the cells of one row, as many as the header has.
   * @param position Place of the row below the header, from 1.
   * @returns The row, or what is wrong with it.
   */
  read(cells: readonly string[], position: number): OnetRow | string;
  /** What tells the row from another. */
  keyOf(row: OnetRow): string;
}

interface Place extends OnetColumn {
  /** Place in the file's row. */
  readonly at: number;
}

const WORDS: Readonly<Record<Exclude<CellKind, 'text'>, { readonly form: RegExp; readonly words: string }>> =
  {
    soc: { form: /^\d{2}-\d{4}\.\d{2}$/u, words: 'a code such as 11-3013.01' },
    integer: { form: /^-?\d{1,9}$/u, words: 'a whole number' },
    number: { form: /^-?\d{1,12}(?:\.\d{1,12})?$/u, words: 'a number' },
    flag: { form: /^[YN]$/u, words: 'Y or N' },
    month: { form: /^(?:0[1-9]|1[0-2])\/\d{4}$/u, words: 'a month such as 08/2025' },
    zone: { form: /^[1-5]$/u, words: 'a job zone from 1 to 5' },
  };
const SHOWN = 40;

const isMissing = (cell: string) => cell === '' || cell === 'n/a';

function fault({ header }: OnetColumn, cell: string, words: string): string {
  const shown = cell.length > SHOWN ? `${cell.slice(0, SHOWN)}…` : cell;
  return `${header} is ${JSON.stringify(shown)}; ${words} is expected.`;
}

/** The cell as the database reads it, or undefined when it is not of its kind. */
function converted(kind: CellKind, cell: string): string | undefined {
  if (kind === 'text') return cell;
  if (kind === 'soc') return isOnetSoc(cell) ? cell : undefined;
  if (!WORDS[kind].form.test(cell)) return undefined;
  if (kind === 'flag') return cell === 'Y' ? 't' : 'f';
  return kind === 'month' ? `${cell.slice(3)}-${cell.slice(0, 2)}` : cell;
}

/**
 * How the rows of a table with this header are read; columns are found by name, in any order (formats 1.1).
 * @returns The reader, or the columns that are missing.
 */
export function makeRowReader(
  dataset: OnetDataset,
  header: readonly string[],
): RowReader | { readonly missing: readonly string[] } {
  const missing = dataset.columns.filter((column) => !column.optional && !header.includes(column.header));
  if (missing.length > 0) return { missing: missing.map((column) => column.header) };
  const places: readonly Place[] = dataset.columns
    .map((column) => ({ ...column, at: header.indexOf(column.header) }))
    .filter(({ at }) => at >= 0);
  const fixed = Object.values(dataset.fixed);
  const columns = [...Object.keys(dataset.fixed), 'position', ...places.map(({ column }) => column)];
  const keyPlaces = dataset.key.map((name) => columns.indexOf(name)).filter((at) => at >= 0);
  const known = new Set(dataset.columns.map((column) => column.header));
  return {
    columns,
    unread: header.filter((name) => !known.has(name)),
    keyOf: (row) => keyPlaces.map((at) => row[at] ?? '').join('\t'),
    read: (cells, position) => readRow({ places, fixed, cells, position }),
  };
}

interface RowInput {
  readonly places: readonly Place[];
  readonly fixed: readonly string[];
  readonly cells: readonly string[];
  readonly position: number;
}

function readRow({ places, fixed, cells, position }: RowInput): OnetRow | string {
  const row: (string | null)[] = [...fixed, String(position)];
  for (const place of places) {
    const cell = cells[place.at] ?? '';
    if (isMissing(cell)) {
      if (!place.nullable)
        return fault(place, cell, place.kind === 'text' ? 'a text' : WORDS[place.kind].words);
      row.push(null);
      continue;
    }
    const value = converted(place.kind, cell);
    if (value === undefined && place.kind !== 'text') return fault(place, cell, WORDS[place.kind].words);
    row.push(value ?? null);
  }
  return row;
}
