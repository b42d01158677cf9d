import type { ReadRow } from './read-import-rows';

/** The rows with each after the row of the manager, where that is among them; otherwise in their order. No circles. */
export function managersFirst(rows: readonly ReadRow[]): ReadRow[] {
  const byId = new Map(rows.map((row) => [row.record.externalId, row]));
  const placed = new Set<ReadRow>();
  const result: ReadRow[] = [];
  for (const row of rows) {
    const chain: ReadRow[] = [];
    let next: ReadRow | undefined = row;
    while (next && !placed.has(next)) {
      chain.push(next);
      placed.add(next);
      next = byId.get(next.record.managerExternalId ?? '');
    }
    result.push(...chain.reverse());
  }
  return result;
}
