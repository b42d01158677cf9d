/** Whether an export of the audit log as JSON lines is as it was written. */
import { z } from 'zod';
import { canonicalJson, type Json } from './canonical-json';
import { type AuditHead, NO_HASH } from './chain-entry';
import { entryBytes } from './entry-bytes';
import { FAULT_WORDS } from './fault-words';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const exported = z.strictObject({
  sequence: z.number().int().positive(),
  at: z.iso.datetime(),
  actorKind: z.string(),
  actorId: z.string(),
  action: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  details: z.json(),
  commitments: z.array(z.string()),
  previousHash: hash,
  hash,
  /** Names and sentences for people, which the log does not hold: nothing tells whether they were altered. */
  inWords: z.json().optional(),
});
/** What a line has that publishes a head alone. */
const HEAD_NAMES: readonly string[] = ['head', 'sequence', 'hash', 'at'];

export interface ExportCheck {
  readonly organizationId: string;
  /** SHA-256 in hexadecimal. */
  readonly sha256: (bytes: Uint8Array) => string;
}

export interface CheckedExport {
  /** Lines that are entries; 0 for a file of heads alone. */
  readonly entries: number;
  /** The first bad line, counted from 1, in a sentence that follows its number. */
  readonly fault: { readonly line: number; readonly words: string } | null;
}

/**
 * Computes the hash of each entry in the text again and follows the numbers. An export can be narrowed: a gap between
 * numbers is no fault, an entry behind its neighbour has to name the neighbour's hash. Lines that are heads alone are
 * passed over.
 * @param text lines of JSON
 */
export function checkExport(text: string, check: ExportCheck): CheckedExport {
  let entries = 0;
  let last: AuditHead = { sequence: 0, hash: NO_HASH };
  for (const [index, raw] of text.split('\n').entries()) {
    const value = raw.trim() === '' ? null : objectOf(raw);
    if (!value || Object.keys(value).every((name) => HEAD_NAMES.includes(name))) continue;
    const words = faultOf(value, last, check);
    if (words) return { entries, fault: { line: index + 1, words } };
    entries += 1;
    last = exported.parse(value);
  }
  return { entries, fault: null };
}

function faultOf(value: object, last: AuditHead, { organizationId, sha256 }: ExportCheck): string | null {
  const read = exported.safeParse(value);
  const altered = `${FAULT_WORDS.altered}, or is of another organization`;
  if (!read.success) return altered;
  const entry = read.data;
  if (entry.sequence <= last.sequence) return FAULT_WORDS.reordered;
  const details = detailsText(entry.details as Json);
  if (details === null) return altered;
  const bytes = entryBytes({ ...entry, organizationId, at: Date.parse(entry.at), details });
  if (sha256(bytes) !== entry.hash) return altered;
  const isNext = entry.sequence === last.sequence + 1;
  return isNext && entry.previousHash !== last.hash ? FAULT_WORDS.inserted : null;
}

/** The details as they were stored; null for what never is. */
function detailsText(details: Json): string | null {
  try {
    return canonicalJson(details);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function objectOf(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}
