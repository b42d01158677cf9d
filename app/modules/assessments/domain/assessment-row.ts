import { z } from 'zod';
import { DIMENSIONS, type Dimension } from '~/modules/frameworks/domain/dimension';
import { isLevel, type Level } from '~/modules/frameworks/domain/level';
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
import { OCCUPATION_CODE } from '~/modules/people/domain/occupation-cell';
import type { DayText } from '~/shared/calendar-day';
import type { FieldError } from '~/shared/errors';
import type { LongCells, WideCells } from './assessment-columns';
import { RATER_KINDS, type RaterKind } from './rater-kind';

export interface RatingRecord {
  readonly dimension: Dimension;
  /** null: the rater was unsure. */
  readonly level: Level | null;
  readonly evidence: string | null;
}

/** One row of the assessments file. */
export interface AssessmentRecord {
  readonly employeeExternalId: string;
  readonly raterKind: RaterKind;
  readonly raterExternalId: string | null;
  readonly assessedOn: DayText;
  /** null: the person's main occupation on the day. */
  readonly soc: string | null;
  /** Name of the cycle. */
  readonly cycle: string | null;
  readonly ratings: readonly RatingRecord[];
}

export type AssessmentRowResult =
  | { readonly ok: true; readonly record: AssessmentRecord }
  | { readonly ok: false; readonly faults: FieldError[] };

export interface RowPlace {
  /** "assessments.csv:12". */
  readonly pointer: string;
  /** Later days are refused. */
  readonly asOf: DayText;
}

const MAX_EVIDENCE = 4000;

const baseSchema = z.object({
  employee_external_id: requiredCell(200),
  rater: wordCell(RATER_KINDS).refine((kind) => kind !== null, 'is empty.'),
  assessed_on: dayCell().refine((day) => day !== null, 'is empty.'),
  rater_external_id: textCell(200).optional(),
  occupation: parsedCell(parseCode).optional(),
  cycle: textCell(200).optional(),
});
const longSchema = baseSchema.extend({
  dimension: wordCell(DIMENSIONS).refine((dimension) => dimension !== null, 'is empty.'),
  level: parsedCell(parseLevel),
  evidence: longTextCell(MAX_EVIDENCE).optional(),
});
const wideSchema = baseSchema.extend(
  Object.fromEntries(
    DIMENSIONS.map((dimension) => [dimension, parsedCell(parseWideLevel).optional()]),
  ) as Record<Dimension, z.ZodOptional<ReturnType<typeof parsedCell<Level | null | undefined>>>>,
);

/** Reads a row of the long form: one rating. */
export function readLongRow(cells: LongCells, place: RowPlace): AssessmentRowResult {
  const parsed = longSchema.safeParse(cells);
  if (!parsed.success) return { ok: false, faults: rowFaults(parsed.error, place.pointer) };
  const { dimension, level, evidence } = parsed.data;
  const ratings = dimension === null ? [] : [{ dimension, level, evidence: evidence || null }];
  return withRatings(parsed.data, ratings, place);
}

/** Reads a row of the wide form: a rating for each filled dimension. */
export function readWideRow(cells: WideCells, place: RowPlace): AssessmentRowResult {
  const parsed = wideSchema.safeParse(cells);
  if (!parsed.success) return { ok: false, faults: rowFaults(parsed.error, place.pointer) };
  const ratings = DIMENSIONS.flatMap((dimension): RatingRecord[] => {
    const level = parsed.data[dimension];
    return level === undefined ? [] : [{ dimension, level, evidence: null }];
  });
  return withRatings(parsed.data, ratings, place);
}

function withRatings(
  row: z.infer<typeof baseSchema>,
  ratings: readonly RatingRecord[],
  { pointer, asOf }: RowPlace,
): AssessmentRowResult {
  const [employeeExternalId, raterKind, assessedOn] = [row.employee_external_id, row.rater, row.assessed_on];
  const raterExternalId = row.rater_external_id || null;
  const refuse = (detail: string): AssessmentRowResult => ({ ok: false, faults: [{ pointer, detail }] });
  if (raterKind === null || assessedOn === null) return refuse('rater or assessed_on: is empty.');
  if (assessedOn > asOf)
    return refuse(`assessed_on: ${quote(assessedOn)} is in the future (today is ${asOf}).`);
  if (raterKind === 'self' && raterExternalId !== null && raterExternalId !== employeeExternalId)
    return refuse('rater_external_id: names someone else, but the rater is self.');
  if (raterKind !== 'self' && raterExternalId === employeeExternalId)
    return refuse(`rater_external_id: names the rated person, but the rater is ${raterKind}.`);
  const record = { employeeExternalId, raterKind, raterExternalId, assessedOn, ratings };
  return { ok: true, record: { ...record, soc: row.occupation || null, cycle: row.cycle || null } };
}

function parseCode(text: string): Parsed<string | null> {
  if (text === '') return { ok: true, value: null };
  if (OCCUPATION_CODE.test(text)) return { ok: true, value: text };
  return { ok: false, fault: `${quote(text)} is not an occupation code such as 33-9032.00.` };
}

function parseLevel(text: string): Parsed<Level | null> {
  if (text === '?') return { ok: true, value: null };
  const level = Number(text);
  if (/^\d$/.test(text) && isLevel(level)) return { ok: true, value: level };
  return { ok: false, fault: `${quote(text)} is not 0 to 4, nor ? for unsure.` };
}

function parseWideLevel(text: string): Parsed<Level | null | undefined> {
  return text === '' ? { ok: true, value: undefined } : parseLevel(text);
}
