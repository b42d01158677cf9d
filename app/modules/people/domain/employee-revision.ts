import { createHash } from 'node:crypto';

/** A short text that is another one once anything of these rows is. */
export function revisionOf(rows: readonly object[]): string {
  const said = rows.map((row) => JSON.stringify(row));
  return createHash('sha256').update(said.join('\n')).digest('hex').slice(0, 32);
}
