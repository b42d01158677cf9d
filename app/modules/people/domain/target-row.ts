import { z } from 'zod';
import type { FieldError } from '~/shared/errors';
import { type Parsed, parsedCell, quote, rowFaults, wordCell } from './cells';
import { OCCUPATION_CODE, parseRoleBand } from './occupation-cell';
import type { RoleBand } from './role-band';

/** Columns of the targets file (api.md, CSV columns). */
export const TARGET_COLUMNS = {
  required: ['occupation', 'role_band', 'dimension', 'level'],
  optional: ['weight', 'critical'],
} as const;

export type TargetCells = Readonly<
  Record<(typeof TARGET_COLUMNS.required)[number], string> &
    Record<(typeof TARGET_COLUMNS.optional)[number], string | undefined>
>;

export type TargetLevel = 0 | 1 | 2 | 3 | 4;
export type TargetWeight = 0 | 1 | 2 | 3;

/** One dimension of a written target profile (method.md 2): level 0 to 4, weight 0 (does not count) to 3. */
export interface TargetRecord {
  readonly soc: string;
  readonly roleBand: RoleBand;
  readonly dimension: string;
  readonly level: TargetLevel;
  readonly weight: TargetWeight;
  readonly critical: boolean;
}

export type TargetRowResult =
  | { readonly ok: true; readonly record: TargetRecord }
  | { readonly ok: false; readonly faults: FieldError[] };

/**
 * A reader of rows of the targets file that accepts these dimensions; without them any word of a-z and _.
 * An empty weight is 1, an empty critical is no.
 */
export function targetRowReader(
  dimensions: readonly string[] | undefined,
): (cells: TargetCells, pointer: string) => TargetRowResult {
  const schema = z.object({
    occupation: parsedCell(parseCode),
    role_band: parsedCell(parseBand),
    dimension: parsedCell((text) => parseDimension(text, dimensions)),
    level: parsedCell((text) => parseOneOf(text, LEVELS)),
    weight: parsedCell((text) => parseOneOf(text === '' ? '1' : text, WEIGHTS)).optional(),
    critical: wordCell(['yes', 'no']).optional(),
  });
  return (cells, pointer) => {
    const parsed = schema.safeParse(cells);
    if (!parsed.success) return { ok: false, faults: rowFaults(parsed.error, pointer) };
    const { occupation: soc, role_band: roleBand, dimension, level, weight = 1, critical } = parsed.data;
    return { ok: true, record: { soc, roleBand, dimension, level, weight, critical: critical === 'yes' } };
  };
}

const LEVELS: readonly TargetLevel[] = [0, 1, 2, 3, 4];
const WEIGHTS: readonly TargetWeight[] = [0, 1, 2, 3];

export function isTargetLevel(value: number): value is TargetLevel {
  return LEVELS.some((level) => level === value);
}

export function isTargetWeight(value: number): value is TargetWeight {
  return WEIGHTS.some((weight) => weight === value);
}

function parseDimension(text: string, dimensions: readonly string[] | undefined): Parsed<string> {
  const word = text.toLowerCase();
  if (dimensions ? dimensions.includes(word) : /^[a-z][a-z_]{0,39}$/.test(word))
    return { ok: true, value: word };
  return {
    ok: false,
    fault: `${quote(text)} is no dimension${dimensions ? `: ${dimensions.join(', ')}` : ''}.`,
  };
}

function parseCode(text: string): Parsed<string> {
  if (OCCUPATION_CODE.test(text)) return { ok: true, value: text };
  return { ok: false, fault: `${quote(text)} is not an occupation code such as 33-9032.00.` };
}

function parseBand(text: string): Parsed<RoleBand> {
  const band = parseRoleBand(text);
  if (!band.ok) return band;
  return band.value === null ? { ok: false, fault: 'is empty.' } : { ok: true, value: band.value };
}

function parseOneOf<Value extends number>(text: string, values: readonly Value[]): Parsed<Value> {
  const value = values.find((candidate) => String(candidate) === text);
  if (value !== undefined) return { ok: true, value };
  return { ok: false, fault: `${quote(text)} is not a whole number from 0 to ${values.length - 1}.` };
}
