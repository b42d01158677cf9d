import { z } from 'zod';
import type { FieldDifference } from '../employee-differences';
import type { RowFault } from './row-fault';
import type { FoundWord } from './word-fields';

export const IMPORT_KINDS = ['employees', 'targets', 'positions', 'assessments'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export const IMPORT_STATES = ['new', 'mapping', 'planned', 'applied', 'undone'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** How many rows, or people, an import brings, changes, leaves as they are, rejects; who is missing from a full file. */
export interface ImportCounts {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly missing: number;
  /** People of whom a field stays because Cadre owns it, by field. */
  readonly kept: Readonly<Record<string, number>>;
}

/** The header of a file as it was found, with cells of its first rows for whoever names the columns. */
export const importHeaderSchema = z.strictObject({
  line: z.number().int(),
  names: z.array(z.string()),
  samples: z.array(z.array(z.string())),
});
export interface ImportHeader extends z.infer<typeof importHeaderSchema> {
  /** Words of its columns that Cadre does not know by itself; gone once the import is applied. */
  readonly words?: readonly FoundWord[] | undefined;
}

export const ROW_OUTCOMES = ['created', 'changed', 'rejected', 'missing'] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];

/** One row of a preview. */
export interface PreviewRow {
  readonly outcome: RowOutcome;
  /** The line of the file; null for people who are not in it. */
  readonly line: number | null;
  readonly externalId: string;
  readonly name: string;
  readonly detail: PreviewDetail;
}

/** Differences of a changed person or assessment; faults and cells of a rejected row; id and team of who is missing. */
export interface PreviewDetail {
  readonly differences?: readonly FieldDifference[] | undefined;
  readonly faults?: readonly RowFault[] | undefined;
  readonly cells?: readonly string[] | undefined;
  /** Of ratings: rater's kind, rater, day, occupation. */
  readonly about?: readonly string[] | undefined;
  readonly employeeId?: string | undefined;
  readonly team?: string | undefined;
}
