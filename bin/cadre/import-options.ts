import type { Database } from '#db/database';
import type { SystemConnection } from '#db/system';
import type { ImportKind } from './import-files';

/** What the command works with; each connection is opened when it is first asked for. */
export interface ImportServices {
  /** The operator's connection, for the shared catalogue. */
  system(): SystemConnection;
  database(): Database;
  out(text: string): void;
  err(text: string): void;
}

/** The options of the command as commander gives them. */
export interface ImportOptions {
  /** Slug of an organization; not given: the shared catalogue. */
  readonly org?: string;
  readonly kind?: ImportKind;
  /** Release to note with the source, in place of the one that the file names. */
  readonly release?: string;
  /** Occupations that a national standard is linked to. */
  readonly soc?: readonly string[];
  /** Who links it. */
  readonly by?: string;
  /** Takes the place of a standard with other text. */
  readonly replace?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
  /** Stops the import at the file that is being read; nothing of that one stays. */
  readonly signal?: AbortSignal;
}
