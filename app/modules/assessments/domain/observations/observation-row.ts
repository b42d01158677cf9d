import { z } from 'zod';
import { DIMENSIONS, type Dimension } from '~/modules/frameworks/domain/dimension';
import {
  dayCell,
  longTextCell,
  type Parsed,
  parsedCell,
  quote,
  requiredCell,
  rowFaults,
  textCell,
  wordCell,
} from '~/modules/people/domain/cells';
import type { DayText } from '~/shared/calendar-day';
import type { FieldError } from '~/shared/errors';
import { LONGEST_EVENT, LONGEST_NOTE, OUTCOMES, type Outcome } from './observation';

/** Columns of the observations file (docs/csv.md). */
export const OBSERVATION_COLUMNS = {
  required: ['observed_on', 'event', 'employee_external_id', 'dimension', 'outcome'],
  optional: ['observer_external_id', 'note'],
} as const;

type Required = (typeof OBSERVATION_COLUMNS.required)[number];
type Optional = (typeof OBSERVATION_COLUMNS.optional)[number];
export type ObservationCells = Readonly<Record<Required, string> & Record<Optional, string | undefined>>;

/** One row of the file. */
export interface ObservationRecord {
  readonly observedOn: DayText;
  readonly event: string;
  readonly employeeExternalId: string;
  readonly observerExternalId: string | null;
  readonly dimension: Dimension;
  readonly outcome: Outcome;
  readonly note: string | null;
}

export type ObservationRowResult =
  | { readonly ok: true; readonly record: ObservationRecord }
  | { readonly ok: false; readonly faults: FieldError[] };

const rowSchema = z.object({
  observed_on: dayCell().refine((day) => day !== null, 'is empty.'),
  event: requiredCell(LONGEST_EVENT),
  employee_external_id: requiredCell(200),
  observer_external_id: textCell(200).optional(),
  dimension: wordCell(DIMENSIONS).refine((dimension) => dimension !== null, 'is empty.'),
  outcome: parsedCell(parseOutcome),
  note: longTextCell(LONGEST_NOTE).optional(),
});

/** Reads one row; pointer is its place, "drills.csv:12"; days after `today` are refused. */
export function readObservationRow(
  cells: ObservationCells,
  { pointer, today }: { readonly pointer: string; readonly today: DayText },
): ObservationRowResult {
  const parsed = rowSchema.safeParse(cells);
  if (!parsed.success) return { ok: false, faults: rowFaults(parsed.error, pointer) };
  const row = parsed.data;
  const observedOn = row.observed_on as DayText;
  if (observedOn > today)
    return { ok: false, faults: [{ pointer, detail: `observed_on: ${observedOn} is a day to come.` }] };
  return {
    ok: true,
    record: {
      ...{ observedOn, event: row.event, employeeExternalId: row.employee_external_id },
      ...{ dimension: row.dimension as Dimension, outcome: row.outcome },
      observerExternalId: row.observer_external_id || null,
      note: row.note || null,
    },
  };
}

function parseOutcome(text: string): Parsed<Outcome> {
  const word = text.toLowerCase().replace(/[\s-]+/gu, '_');
  const value = OUTCOMES.find((one) => one === word);
  if (value) return { ok: true, value };
  return { ok: false, fault: `${quote(text)} is none of ${OUTCOMES.join(', ')}.` };
}
