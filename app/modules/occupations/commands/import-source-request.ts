import type { FieldError } from '~/shared/errors';

/** A source file that can be read from its start, more than once. */
export interface SourceInput {
  /** Name as refusals show it; what is kept is the part after the last folder. */
  readonly name: string;
  /** Bytes of the file as it lies, for progress. */
  readonly size?: number;
  /** The bytes of the file, plain or gzip. */
  open(): AsyncIterable<Uint8Array>;
}

/** How far a load is. */
export interface SourceProgress {
  /** Rows read below the header. */
  readonly rows: number;
  /** Share of the file's bytes read, 0 to 1; null where its size is not known. */
  readonly share: number | null;
}

export interface SourceRequest {
  readonly input: SourceInput;
  /** Release to note, in place of the one that the file or its folder names. */
  readonly release?: string;
  readonly signal?: AbortSignal;
  onProgress?(progress: SourceProgress): void;
}

/** What became of one source file. */
export interface SourceReport {
  readonly kind: string;
  readonly file: string;
  readonly release: string;
  /** False where the same content was live already; then nothing was written. */
  readonly changed: boolean;
  /** Rows of the file below its header. */
  readonly rows: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly warnings: readonly FieldError[];
}
