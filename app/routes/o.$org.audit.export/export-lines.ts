import type { AuditHead } from '~/modules/organizations/domain/audit/chain-entry';
import type { AuditEntryRow } from '~/modules/organizations/queries/list-audit-entries';
import { csvLine } from '~/shared/write-csv';

const COLUMNS = [
  'sequence',
  'at',
  'actor_kind',
  'actor_id',
  'action',
  'subject_kind',
  'subject_id',
  'details',
  'commitments',
  'previous_hash',
  'hash',
  'who',
  'what',
  'about',
  'details_in_words',
] as const;

/** What an entry says to people, as the page says it: not part of what its hash is over. */
export interface LineWords {
  readonly who: string;
  readonly what: string;
  readonly about: string;
  /** "Role: Employee" and the like, one for each detail. */
  readonly details: readonly string[];
}

/** How a kind of file writes entries; the last line tells where the log ended. */
export interface ExportFormat {
  readonly type: string;
  readonly first: string;
  readonly entry: (row: AuditEntryRow, words: LineWords) => string;
  readonly last: (head: AuditHead | null) => string;
}

export const EXPORT_FORMATS: Readonly<Record<'csv' | 'jsonl', ExportFormat>> = {
  csv: {
    type: 'text/csv; charset=utf-8; header=present',
    first: `${COLUMNS.join(',')}\r\n`,
    entry: (row, words) =>
      `${csvLine([
        String(row.sequence),
        row.at.toISOString(),
        row.actorKind,
        row.actorId,
        row.action,
        row.subjectKind,
        row.subjectId,
        row.details,
        row.commitments.join(' '),
        row.previousHash,
        row.hash,
        words.who,
        words.what,
        words.about,
        words.details.join('; '),
      ])}\r\n`,
    last: (head) =>
      `${csvLine([String(head?.sequence ?? 0), '', '', '', 'head', '', '', '', '', '', head?.hash ?? '', '', '', '', ''])}\r\n`,
  },
  jsonl: {
    type: 'application/x-ndjson; charset=utf-8',
    first: '',
    entry: ({ details, values: _values, ...row }, inWords) =>
      `${JSON.stringify({ ...row, details: JSON.parse(details), inWords })}\n`,
    last: (head) => (head ? `${JSON.stringify({ head })}\n` : ''),
  },
};
