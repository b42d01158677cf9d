import type { ImportOptions, ImportServices } from './import-options';

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
}

/** A kind of source that is told by its content and taken into the shared catalogue as a whole. */
export interface Recogniser {
  readonly kind: string;
  recognise(candidate: Candidate): Promise<boolean>;
  /** @throws InvalidInput with file, place and reason; then nothing of it stays. */
  take(services: ImportServices, candidate: Candidate, options: ImportOptions): Promise<CatalogueReport>;
}
