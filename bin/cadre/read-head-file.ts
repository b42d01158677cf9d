import { readFile } from 'node:fs/promises';
import { readHeads } from '#jobs/audit-heads';
import type { AuditHead } from '~/modules/organizations/domain/audit/chain-entry';
import { checkExport } from '~/modules/organizations/domain/audit/check-export';
import { sha256 } from '~/modules/organizations/queries/verify-audit';
import { InvalidInput } from '~/shared/errors';

export interface HeadFile {
  readonly heads: readonly AuditHead[];
  /** Entries in the file, each checked by its hash; 0 where it holds heads alone. */
  readonly entries: number;
  /** Entries up to its last one or its head that an export does not hold, as one that was narrowed. */
  readonly missing: number;
}

/**
 * Heads of an organization's audit log from a file: those that were published, or an export as JSON lines, whose own
 * lines are checked first. Throws InvalidInput naming the first bad line, or for an export as CSV.
 */
export async function readHeadFile(file: string, organizationId: string): Promise<HeadFile> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new InvalidInput(`${file} cannot be read.`);
  });
  if (text.startsWith('sequence,'))
    throw new InvalidInput(`${file} is an export as CSV: export the audit log as JSON lines for --head.`);
  const heads = readHeads(text, file);
  if (heads.length === 0) throw new InvalidInput(`${file} holds no head.`);
  const { entries, fault } = checkExport(text, { organizationId, sha256 });
  if (fault) throw new InvalidInput(`${file} is not as it was exported: line ${fault.line} ${fault.words}.`);
  const missing = entries > 0 ? (heads.at(-1)?.sequence ?? 0) - entries : 0;
  return { heads, entries, missing };
}
