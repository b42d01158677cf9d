import { Resolver } from 'node:dns/promises';

const LIMIT_MS = 3_000;

/** The texts of a name's TXT records. Rejects when there are none or the DNS does not answer. */
export async function resolveText(host: string): Promise<readonly string[]> {
  const records = await new Resolver({ timeout: LIMIT_MS, tries: 2 }).resolveTxt(host);
  return records.map((chunks) => chunks.join(''));
}
