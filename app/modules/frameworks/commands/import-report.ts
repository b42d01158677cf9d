import type { Instrument } from '../domain/dimension';

/** The file that a document was read from. */
export interface ImportedFile {
  /** Name as refusals show it; what is kept is the part after the last folder. */
  readonly name: string;
  /** SHA-256 of the file, hexadecimal. */
  readonly checksum: string;
}

/** created; unchanged: the same statements are there; improved: splits or citations are better than before. */
export type FrameworkOutcome = 'created' | 'unchanged' | 'improved';

/** What became of one framework of a file. */
export interface FrameworkReport {
  readonly instrument: Instrument;
  readonly version: string;
  readonly outcome: FrameworkOutcome;
  readonly statements: number;
  /** Levels that got a caption, or another one, from this file. */
  readonly captionsChanged: number;
}

/** What became of one file. */
export interface ImportReport {
  readonly file: string;
  readonly occupation: { readonly soc: string; readonly title: string };
  readonly frameworks: readonly FrameworkReport[];
  /** Measures of the evidence pack in the file. */
  readonly evidence: number;
  /** Source anchors in the file. */
  readonly anchors: number;
  /** False where all of it was there already: then nothing was written. */
  readonly changed: boolean;
}
