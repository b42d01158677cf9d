import { v7 } from 'uuid';
import type { TenantContext } from '#db/tenancy';
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import { Conflict, InvalidInput } from '~/shared/errors';
import { insertEvidenceFile, sumFileBytes } from '../data/evidence-files';
import { type EvidenceItemRow, insertEvidenceItem } from '../data/evidence-items';
import { evidenceLink, evidenceText } from '../domain/evidence/evidence-text';
import type { CheckedFile } from './check-evidence-file';

/** What somebody adds: words, a link or a file, the latter two with words or without. */
export type NewEvidence =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  | { readonly kind: 'file'; readonly text: string; readonly file: CheckedFile };

/** What the fields of a form say. @throws InvalidInput for none of the kinds, and for a file that did not come */
export function newEvidenceOf(
  { kind, text = '', url = '' }: Readonly<Record<string, string>>,
  file: CheckedFile | null,
): NewEvidence {
  if (kind === 'file' && file) return { kind, text, file };
  if (kind === 'link') return { kind, text, url };
  if (kind === 'text') return { kind, text };
  throw new InvalidInput('Write words, or choose a link or a file.');
}

/** The rating that it supports, and who adds it. */
export interface EvidencePlace {
  readonly employeeId: string;
  readonly assessmentId: string;
  readonly dimension: Dimension;
  /** The rater was unsure: it supports no level. */
  readonly unsure: boolean;
  /** Employee id. */
  readonly addedBy: string | null;
  /** Id of the user. */
  readonly recordedBy: string;
}

/** Most bytes of all files about one person: 200 MiB. */
const MOST_OF_PERSON = 200 * 1024 * 1024;

/**
 * Adds evidence to a rating, accepted by nobody yet; its id. Who may is the caller's, which holds the assessments.
 * @throws InvalidInput for words or an address that cannot be kept, Conflict when the person has too many files.
 */
export async function storeEvidence(
  ctx: TenantContext,
  place: EvidencePlace,
  given: NewEvidence,
): Promise<string> {
  const { employeeId, ...rest } = place;
  const evidenceId = v7();
  const base = { ...rest, evidenceId, url: null, fileId: null, observationId: null, acceptedBy: null };
  await insertEvidenceItem(ctx, { ...base, ...(await contentsOf(ctx, employeeId, given)) });
  return evidenceId;
}

async function contentsOf(
  ctx: TenantContext,
  employeeId: string,
  given: NewEvidence,
): Promise<Pick<EvidenceItemRow, 'kind' | 'body'> & Partial<EvidenceItemRow>> {
  if (given.kind === 'text') return { kind: 'text', body: evidenceText(given.text, true) };
  const words = evidenceText(given.text, false);
  if (given.kind === 'link') {
    const { url, host } = evidenceLink(given.url);
    return { kind: 'link', body: words || host, url };
  }
  const { bytes, ...file } = given.file;
  if ((await sumFileBytes(ctx, employeeId)) + bytes.byteLength > MOST_OF_PERSON)
    throw new Conflict('The files about this person have 200 MiB together: remove one first.');
  const fileId = v7();
  await insertEvidenceFile(ctx, { ...file, fileId, employeeId, bytes, sizeBytes: bytes.byteLength });
  return { kind: 'file', body: words || file.name, fileId };
}
