import { type RawBuilder, sql } from 'kysely';
import { serializeArray } from './client/array-types';

type Cell = string | number | boolean | null | readonly (string | number | null)[];

/** Type of a column in the database, and its value in a row. */
export type ListedColumn<T> = readonly [type: string, of: (row: T) => Cell];

/** Type of a column that is the same in every row, and its value. */
export type SameColumn = readonly [type: string, value: string | number | null];

export interface ColumnLists {
  /** Names of the columns, with commas between. */
  readonly names: RawBuilder<unknown>;
  /** Rows from the lists, to be selected from. */
  readonly rows: RawBuilder<unknown>;
  /** The columns of these rows as their types, in the order of the names. */
  readonly values: RawBuilder<unknown>;
  /** The names but those of the key set to what an insert that met a row would have written. */
  readonly updates: (key: readonly string[]) => RawBuilder<unknown>;
}

/**
 * Rows as one list of values for each column, by the column's name in the database: a statement then has as many
 * parameters as columns whatever the number of rows, is planned once, and is read by the server four times as fast as
 * one with a parameter for each cell. Lists within a cell and bytes ('\x..') travel as text.
 */
export function columnLists<T>(
  columns: Readonly<Record<string, ListedColumn<T>>>,
  rows: readonly T[],
  same: Readonly<Record<string, SameColumn>> = {},
): ColumnLists {
  const listed = Object.entries(columns);
  const all = [...Object.keys(same), ...Object.keys(columns)].map(checked);
  const lists = listed.map(([, [type, of]]) => {
    const list = rows.map((row) => asListed(of(row)));
    return sql`${list}::${sql.raw(travelsAsText(type) ? 'text' : checked(type))}[]`;
  });
  const values = [
    ...Object.values(same).map(([type, value]) => sql`${value}::${sql.raw(checked(type))}`),
    ...listed.map(([column, [type]]) =>
      travelsAsText(type)
        ? sql`listed.${sql.raw(column)}::${sql.raw(checked(type))}`
        : sql`listed.${sql.raw(column)}`,
    ),
  ];
  return {
    names: sql.join(all.map((column) => sql.raw(column))),
    rows: sql`unnest(${sql.join(lists)}) as listed (${sql.join(listed.map(([column]) => sql.raw(column)))})`,
    values: sql.join(values),
    updates: (key) =>
      sql.join(
        all
          .filter((column) => !key.includes(column))
          .map((column) => sql.raw(column))
          .map((name) => sql`${name} = excluded.${name}`),
      ),
  };
}

function travelsAsText(type: string): boolean {
  return type === 'bytea' || type.endsWith('[]');
}

/** A list whose first element were a boolean would be taken for one boolean. */
function asListed(cell: Cell): string | number | null {
  if (typeof cell === 'boolean') return cell ? 't' : 'f';
  return typeof cell === 'object' && cell !== null ? serializeArray(cell) : cell;
}

function checked(word: string): string {
  if (!/^[a-z][a-z0-9_]*(\[\])?$/.test(word)) throw new Error(`not a column or type: ${word}`);
  return word;
}
