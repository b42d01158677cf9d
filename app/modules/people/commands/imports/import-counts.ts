import type { PlannedBatch } from './plan-batches';

/** Counts that grow while an import is planned. */
export interface GrowingCounts {
  created: number;
  changed: number;
  unchanged: number;
  rejected: number;
  missing: number;
  kept: Record<string, number>;
}

export function emptyCounts(): GrowingCounts {
  return { created: 0, changed: 0, unchanged: 0, rejected: 0, missing: 0, kept: {} };
}

/** Adds a batch to the counts. */
export function countRows(counts: GrowingCounts, batch: PlannedBatch): void {
  counts.created += batch.created.length;
  counts.changed += batch.changed.length;
  counts.unchanged += batch.unchanged;
  for (const field of batch.kept) counts.kept[field] = (counts.kept[field] ?? 0) + 1;
}
