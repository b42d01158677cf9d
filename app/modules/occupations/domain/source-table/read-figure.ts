import type { NamedCells } from './column-reader';
import { quoted } from './source-fault';

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** What a column of figures may hold. */
export interface FigureBounds<Name extends string> {
  readonly column: Name;
  readonly min?: number;
  readonly max?: number;
  /** Number that stands for a missing value, such as -1. An empty cell, NA and nan are missing too. */
  readonly missing?: number;
}

/**
 * A figure of a row; null where the value is missing. Throws InvalidInput with the line for what is no number, or
 * outside the bounds.
 */
export function readFigure<Name extends string>(
  row: NamedCells<Name>,
  { column, min, max, missing }: FigureBounds<Name>,
): number | null {
  const text = row.cell(column);
  if (text === '' || /^(na|nan|n\/a)$/i.test(text)) return null;
  const figure = NUMBER.test(text) ? Number(text) : Number.NaN;
  if (!Number.isFinite(figure)) throw row.fault(`${column} is ${quoted(text)}; a number is expected.`);
  if (figure === missing) return null;
  if ((min !== undefined && figure < min) || (max !== undefined && figure > max))
    throw row.fault(`${column} is ${text}; ${range(min, max)} is expected.`);
  return figure;
}

function range(min: number | undefined, max: number | undefined): string {
  if (min === undefined) return `at most ${max}`;
  return max === undefined ? `at least ${min}` : `${min} to ${max}`;
}
