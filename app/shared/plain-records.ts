/** A record whose cells may still be changed, and the physical line (from 1) on which it starts. */
export interface FreshRow {
  readonly line: number;
  readonly values: string[];
}

interface Limits {
  readonly separator: string;
  /** Longest line that is read here. */
  readonly longest: number;
  /** Records after which reading ends. */
  readonly most: number;
}

/**
 * The records of a text without any quotation mark, whose lines end in LF: many times faster than the reader of any
 * text, with the same result. Empty lines and lines of empty cells are passed over. Null where that reader is needed.
 */
export function plainRecords(text: string, { separator, longest, most }: Limits): FreshRow[] | null {
  if (text.includes('"')) return null;
  const rows: FreshRow[] = [];
  let line = 0;
  for (let start = text.startsWith('\ufeff') ? 1 : 0; start <= text.length && rows.length < most; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    if (end - start > longest) return null;
    line += 1;
    const values = text.slice(start, end).split(separator);
    if (values.some((value) => value.trim() !== '')) rows.push({ line, values });
    start = end + 1;
  }
  return rows;
}
