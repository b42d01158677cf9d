import { z } from 'zod';
import type { FieldError } from '~/shared/errors';
import { type Parsed, parsedCell, quote, requiredCell, rowFaults, textCell, wordCell } from './cells';
import {
  HORIZON_LABELS,
  HORIZON_SOURCE_LABELS,
  HORIZON_SOURCES,
  HORIZONS,
  type Horizon,
  type HorizonSource,
} from './horizon';
import { OCCUPATION_CODE, parseRoleBand } from './occupation-cell';
import type { RoleBand } from './role-band';
import { formatTeamPath, parseTeamPath } from './team-path';

/** Columns of the positions file (api.md, CSV columns). */
export const POSITION_COLUMNS = {
  required: ['external_id', 'title', 'team'],
  optional: ['site', 'occupation', 'role_band', 'critical', 'incumbent_external_id', 'horizon'],
} as const;

type Required = (typeof POSITION_COLUMNS.required)[number];
type Optional = (typeof POSITION_COLUMNS.optional)[number];
export type PositionCells = Readonly<Record<Required, string> & Record<Optional, string | undefined>>;

/** A horizon as a file states it: without a source only where it stays what it was. */
export interface StatedHorizon {
  readonly horizon: Horizon;
  readonly source: HorizonSource | null;
}

/** What one row states. undefined: a missing column, what is known stays; null: an empty cell, there is none. */
export interface PositionRecord {
  readonly externalId: string;
  readonly title: string;
  /** The path as formatTeamPath writes it. */
  readonly team: string;
  readonly site: string | null | undefined;
  readonly soc: string | null | undefined;
  readonly roleBand: RoleBand | null | undefined;
  readonly critical: boolean | undefined;
  readonly incumbentExternalId: string | null | undefined;
  readonly horizon: StatedHorizon | null | undefined;
}

export type PositionRowResult =
  | { readonly ok: true; readonly record: PositionRecord }
  | { readonly ok: false; readonly faults: FieldError[] };

const rowSchema = z.object({
  external_id: requiredCell(200),
  title: requiredCell(300),
  team: parsedCell(parseTeamPath),
  site: textCell(200).optional(),
  occupation: parsedCell(parseCode).optional(),
  role_band: parsedCell(parseRoleBand).optional(),
  critical: wordCell(['yes', 'no']).optional(),
  incumbent_external_id: textCell(200).optional(),
  horizon: parsedCell(parseHorizon).optional(),
});

/** Reads one row of the positions file; pointer is the row's place, "positions.csv:12". */
export function readPositionRow(cells: PositionCells, pointer: string): PositionRowResult {
  const parsed = rowSchema.safeParse(cells);
  if (!parsed.success) return { ok: false, faults: rowFaults(parsed.error, pointer) };
  const row = parsed.data;
  return {
    ok: true,
    record: {
      externalId: row.external_id,
      title: row.title,
      team: formatTeamPath(row.team),
      site: emptyIsNull(row.site),
      soc: row.occupation,
      roleBand: row.role_band,
      critical: row.critical === undefined ? undefined : row.critical === 'yes',
      incumbentExternalId: emptyIsNull(row.incumbent_external_id),
      horizon: row.horizon,
    },
  };
}

/** A horizon as a cell, the inverse of reading it: `1_to_3:contract_end`; empty when nothing is known. */
export function formatHorizon(known: StatedHorizon | null): string {
  if (known === null) return '';
  return known.source === null ? known.horizon : `${known.horizon}:${known.source}`;
}

/** Reads `horizon:source` in codes or in words, in any case; `unknown` and an empty cell are null. */
export function parseHorizon(text: string): Parsed<StatedHorizon | null> {
  if (text === '' || text.toLowerCase() === 'unknown') return { ok: true, value: null };
  const [first = '', second, ...rest] = text.split(':').map((part) => part.trim());
  const horizon = choice(first, HORIZONS, HORIZON_LABELS);
  const source = second === undefined ? null : choice(second, HORIZON_SOURCES, HORIZON_SOURCE_LABELS);
  if (horizon === undefined || source === undefined || rest.length > 0) {
    const fault = `${quote(text)} is not written as horizon:source: ${HORIZONS.join(', ')} or unknown; ${HORIZON_SOURCES.join(', ')}.`;
    return { ok: false, fault };
  }
  return { ok: true, value: { horizon, source } };
}

function choice<Code extends string>(
  text: string,
  codes: readonly Code[],
  labels: Readonly<Record<Code, string>>,
): Code | undefined {
  const wanted = text
    .toLowerCase()
    .replaceAll(' ', '_')
    .replace(/_years?$/u, '');
  const labelOf = (code: Code) =>
    labels[code]
      .toLowerCase()
      .replaceAll(' ', '_')
      .replace(/_years?$/u, '');
  return codes.find((code) => code === wanted || labelOf(code) === wanted);
}

function parseCode(text: string): Parsed<string | null> {
  if (text === '') return { ok: true, value: null };
  if (OCCUPATION_CODE.test(text)) return { ok: true, value: text };
  return { ok: false, fault: `${quote(text)} is not an occupation code such as 33-9032.00.` };
}

function emptyIsNull(text: string | undefined): string | null | undefined {
  return text === '' ? null : text;
}
