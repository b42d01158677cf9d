/** How a cell is read. Text is kept as it is; a month `MM/YYYY` becomes `YYYY-MM`; a flag is Y or N. */
export type CellKind = 'soc' | 'text' | 'integer' | 'number' | 'flag' | 'month' | 'zone';

export interface OnetColumn {
  /** Its name in the header of the file. */
  readonly header: string;
  /** Its name in the database. */
  readonly column: string;
  readonly kind: CellKind;
  /** Whether `n/a` or nothing may stand in it. */
  readonly nullable: boolean;
  /** Whether a file may lack it: not every layout has it. */
  readonly optional: boolean;
}

/** One table of an O*NET release (formats 1.1): which file holds it and where its rows go. */
export interface OnetDataset {
  /** Its name here, the same in every release that has it in this form. */
  readonly dataset: string;
  /** Name of the file without `.txt`. */
  readonly file: string;
  /** Table in the database. */
  readonly table: string;
  /** Columns that have the same value in all rows of the dataset. */
  readonly fixed: Readonly<Record<string, string>>;
  readonly columns: readonly OnetColumn[];
  /** Columns (of the database) that tell one row from another. */
  readonly key: readonly string[];
  /** What happens to a row whose key was there before: refused, or loaded, counted and told. */
  readonly repeats: 'refused' | 'counted';
}

/** `header > column: kind`; `?` after the kind: may be empty; `??`: may be empty and the column may be missing. */
export function column(spec: string): OnetColumn {
  const [, header = '', name = '', kind = '', marks = ''] = /^(.+) > (\w+): (\w+)(\?*)$/u.exec(spec) ?? [];
  return { header, column: name, kind: kind as CellKind, nullable: marks !== '', optional: marks === '??' };
}
