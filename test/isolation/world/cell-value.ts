import { randomInt, randomUUID } from 'node:crypto';
import type { ColumnShape } from './table-shape';

/** Columns whose value must mean something to the code that reads it, so that it finds the row. */
const MEANINGFUL: Readonly<Record<string, () => unknown>> = {
  time_zone: () => 'Europe/Amsterdam',
  viewer_key: () => '',
  user_id: () => randomUUID(),
  next_change_on: () => '2025-01-01',
  role_band: () => 1,
  level: () => 2,
  published_at: () => '2025-01-01T00:00:00Z',
};

/** What one row's values are made of: rows with different salts differ in every key of texts and days. */
export interface CellSeed {
  readonly canary: string;
  readonly salt: number;
}

/**
 * A value that the column's type and checks allow, or undefined to leave it to its default.
 * Every text and JSON that is free to hold it holds the canary.
 */
export function cellValue(column: ColumnShape, { canary, salt }: CellSeed): unknown {
  if (column.made) return undefined;
  const choice = firstChoice(column);
  if (choice !== undefined) return column.required ? choice : undefined;
  const meant = MEANINGFUL[column.name];
  if (meant) return meant();
  if (column.type === 'text' && column.checks.some((check) => check.includes('\\d{2}-\\d{4}')))
    return anySoc();
  if (column.type === 'text') return `${canary}-${salt}`;
  if (column.type === 'text[]')
    return column.checks.some((check) => check.includes('<@')) ? undefined : [canary];
  if (column.type === 'jsonb') return { canary };
  return column.required ? plainValue(column, salt) : undefined;
}

function plainValue({ type, checks }: ColumnShape, salt: number): unknown {
  const day = new Date(Date.UTC(2000, 0, 1 + salt)).toISOString();
  if (type === 'uuid') return randomUUID();
  if (type === 'date') return day.slice(0, 10);
  if (type === 'timestamp with time zone') return day;
  if (type === 'boolean') return false;
  if (type === 'bytea') return '\\x01';
  if (type.endsWith('[]')) return [];
  const least = />= (\d+)/.exec(checks.join(' '))?.[1];
  return Math.max(1, Number(least ?? 1));
}

/** The first of the values that a check lists, e.g. CHECK ((kind = ANY (ARRAY['a'::text, 'b'::text]))). */
function firstChoice({ checks }: ColumnShape): string | undefined {
  return checks
    .map((check) => /(?:ANY \(ARRAY\[|\) = |\w = )'([^']*)'/.exec(check)?.[1])
    .find((value) => value !== undefined);
}

function anySoc(): string {
  const digits = (length: number) => String(randomInt(10 ** length)).padStart(length, '0');
  return `${digits(2)}-${digits(4)}.${digits(2)}`;
}
