import { mkdir, open, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { AuditHead } from '~/modules/organizations/domain/audit/chain-entry';
import { InvalidInput } from '~/shared/errors';

const published = z.object({
  sequence: z.number().int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
const line = z.union([z.object({ head: published }).transform(({ head }) => head), published]);

/** Where the heads of an organization's audit log are published: one line of JSON for each, never changed. */
export function headsFile(dataDir: string, organizationId: string): string {
  return path.join(dataDir, 'audit-heads', `${organizationId}.jsonl`);
}

/** Adds a head to the file, on disk when it returns; whether it was new. */
export async function publishHead(file: string, head: AuditHead & { readonly at: Date }): Promise<boolean> {
  const known = await readPublishedHeads(file);
  if (known.at(-1)?.hash === head.hash) return false;
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const handle = await open(file, 'a', 0o600);
  try {
    const { sequence, hash, at } = head;
    await handle.write(`${JSON.stringify({ sequence, hash, at: at.toISOString() })}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return true;
}

/** The heads in a file, none when there is no file. Throws InvalidInput as readHeads. */
export async function readPublishedHeads(file: string): Promise<AuditHead[]> {
  try {
    return readHeads(await readFile(file, 'utf8'), file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/**
 * The heads in the text of a published file or of an export as JSON lines, whose entries are heads as well. Throws
 * InvalidInput naming the line that is none.
 */
export function readHeads(text: string, name: string): AuditHead[] {
  return text.split('\n').flatMap((raw, index) => {
    if (raw.trim() === '') return [];
    const read = line.safeParse(parsed(raw));
    if (read.success) return [read.data];
    const detail = 'The line is no head of an audit log: JSON with sequence and hash is expected.';
    throw new InvalidInput(`${name} cannot be read.`, [{ pointer: `${name}:${index + 1}`, detail }]);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
