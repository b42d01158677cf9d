import type { EntryChange, EntryLine } from '../domain/audit/entry-in-words';

/** An entry of the audit log as the page shows it. */
export interface AuditEntryView {
  readonly sequence: number;
  /** ISO 8601. */
  readonly at: string;
  readonly actor: string;
  /** Address of the entries of this actor alone. */
  readonly actorTo: string;
  readonly words: string;
  readonly subject: string;
  /** Address of the entries about this subject alone. */
  readonly subjectTo: string;
  readonly lines: readonly EntryLine[];
  readonly changes: readonly EntryChange[];
  /** The ids behind the names. */
  readonly ids: readonly EntryLine[];
  /** Values about a person that were not erased. */
  readonly personal: readonly EntryLine[];
}
