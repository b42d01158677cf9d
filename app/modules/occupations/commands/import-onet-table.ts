import type { SystemContext } from '#db/system';
import { ONET_LIMITS, readWithinLimits } from './import-onet-file';
import type { PlannedTable } from './import-onet-plan';
import { type RowCount, readRows } from './import-onet-rows';

/** How far an import has come. */
export interface OnetProgress {
  readonly file: string;
  /** Rows of this file so far. */
  readonly rows: number;
  /** Share of all bytes that were read, 0 to 1. */
  readonly share: number;
}

interface LoadOptions {
  readonly loadId: number;
  readonly bytesBefore: number;
  readonly totalBytes: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: OnetProgress) => void;
}

/** Copies the rows of one table under the id of the load. Resolves to how many they are. */
export async function loadOnetTable(
  ctx: SystemContext,
  { file, header, reader, repeats, table }: PlannedTable,
  { loadId, bytesBefore, totalBytes, signal, onProgress }: LoadOptions,
): Promise<RowCount> {
  const count: RowCount = { rows: 0, repeated: 0 };
  const budget = { left: ONET_LIMITS.bytes };
  async function* batches() {
    for await (const rows of readRows(
      { file: file.name, header, reader, repeats },
      readWithinLimits(file, budget),
      count,
    )) {
      signal?.throwIfAborted();
      yield rows.map((row) => [String(loadId), ...row]);
      const bytes = bytesBefore + ONET_LIMITS.bytes - budget.left;
      onProgress?.({ file: file.name, rows: count.rows, share: Math.min(1, bytes / totalBytes) });
    }
  }
  await ctx.copy({ table, columns: ['load_id', ...reader.columns] }, batches());
  return count;
}
