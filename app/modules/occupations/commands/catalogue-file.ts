import type { SystemContext } from '#db/system';
import type { CadreError } from '~/shared/errors';

/** What stands at a path that is to be imported. */
export interface Candidate {
  /** The path as given. */
  readonly place: string;
  readonly isFolder: boolean;
  /** The first bytes of a file; none of a folder. */
  readonly head: Uint8Array;
}

/** What became of a source of the shared catalogue. */
export interface CatalogueReport {
  readonly kind: string;
  /** The path as given. */
  readonly file: string;
  readonly changed: boolean;
  /** For people, without the path. */
  readonly lines: readonly string[];
  /** For programs. */
  readonly details: object;
  /** Files of a folder that were refused; what the others brought was kept. */
  readonly refused?: readonly { readonly file: string; readonly error: CadreError }[];
}

/** How far a file is; share is null where it is not known. */
export interface CatalogueProgress {
  readonly file: string;
  readonly rows: number;
  /** 0 to 1. */
  readonly share: number | null;
}

export interface TakeOptions {
  /** Release to note with the source, in place of the one that the file names. */
  readonly release?: string;
  /** Occupations that a national standard is linked to. */
  readonly soc?: readonly string[];
  /** Who links it. */
  readonly by?: string;
  /** Takes the place of a standard with other text. */
  readonly replace?: boolean;
  /** Stops the import; then nothing of the file stays. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: CatalogueProgress) => void;
}

/** Runs work as the operator in one transaction: what is thrown leaves nothing. */
export type OperatorTransaction = <T>(work: (ctx: SystemContext) => Promise<T>) => Promise<T>;

/** A kind of source that is told by its content and taken into the shared catalogue as a whole. */
export interface CatalogueRecogniser {
  readonly kind: string;
  /** What it brings, in words: why it cannot become one organization's own. */
  readonly belongs: string;
  recognise(candidate: Candidate): Promise<boolean>;
  /**
   * @throws InvalidInput with file, place and reason; then nothing of it stays. The signal's reason when it is
   * stopped.
   */
  take(
    transaction: OperatorTransaction,
    candidate: Candidate,
    options: TakeOptions,
  ): Promise<CatalogueReport>;
}
