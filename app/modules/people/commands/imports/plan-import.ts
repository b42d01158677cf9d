import { createHash } from 'node:crypto';
import type { TenantContext } from '#db/tenancy';
import type { LooseTable } from '~/shared/loose-table';
import { findLayout, upsertLayout } from '../../data/import-layouts';
import { deleteImportRows, insertImportRows } from '../../data/import-rows';
import { type ImportRow, updateImport } from '../../data/imports';
import { wordFinder } from '../../domain/imports/find-words';
import {
  guessColumns,
  guessDays,
  type ImportLayout,
  importLayoutSchema,
  isOwnHeader,
  layoutFaults,
} from '../../domain/imports/import-layout';
import type { ImportCounts, ImportHeader } from '../../domain/imports/import-report';
import { type ChosenWord, withWords } from '../../domain/imports/word-fields';
import { countRows, emptyCounts } from './import-counts';
import { listMissingPeople } from './missing-people';
import { PlanDigest, planBatches } from './plan-batches';
import { type PreparedImport, prepareImport } from './prepare-import';

export interface PlanInput {
  readonly row: ImportRow;
  readonly table: LooseTable;
  readonly today: string;
  /** Who confirms the occupations of the file; null: nobody does yet. */
  readonly importedBy: string | null;
  readonly everybody: boolean;
  /** What words of the file mean, said with it. */
  readonly words?: readonly ChosenWord[] | undefined;
  /** Something had changed when it was to be applied. */
  readonly replanned: boolean;
  readonly report: (share: number) => void;
}

/** Most warnings that are kept. */
const WARNINGS = 200;

/**
 * Makes the preview of an import of people and changes nobody. Where nobody said yet what the columns are, and their
 * names do not say it, the import waits for that. @returns counts, or null when it waits.
 */
export async function planImport(ctx: TenantContext, input: PlanInput): Promise<ImportCounts | null> {
  const { row, table } = input;
  const { importId } = row;
  const found = row.state === 'new' ? await layoutOf(ctx, table) : row.layout;
  const layout = withSaid(found ?? { ...guessOf(table), everybody: input.everybody }, input.words);
  const header = headerOf(table, layout);
  await deleteImportRows(ctx, importId);
  if (found === null || layoutFaults(found.columns).length > 0) {
    await updateImport(ctx, importId, { state: 'mapping', header, layout, counts: null, planDigest: null });
    return null;
  }
  const used = { ...layout, everybody: row.state === 'new' ? input.everybody : layout.everybody };
  const prepared = await prepareImport(ctx, { table, layout: used, today: input.today });
  const counts = await storePlan(ctx, prepared, input);
  const missing = used.everybody ? await listMissingPeople(ctx, prepared) : [];
  await insertImportRows(
    ctx,
    importId,
    missing.map((person, at) => ({ ...person, position: at + 1 })),
  );
  const full: ImportCounts = { ...counts.counts, missing: missing.length };
  await updateImport(ctx, importId, {
    state: 'planned',
    header,
    layout: used,
    counts: full,
    warnings: prepared.warnings.slice(0, WARNINGS),
    planDigest: counts.digest,
    replanned: input.replanned,
  });
  await upsertLayout(ctx, fingerprintOf(table.header), { ...used, everybody: false });
  return full;
}

async function storePlan(
  ctx: TenantContext,
  prepared: PreparedImport,
  { row, importedBy, report }: PlanInput,
): Promise<{ counts: ImportCounts; digest: string }> {
  const digest = new PlanDigest();
  const lines = new Map(prepared.rows.map(({ record, line }) => [record.externalId, line]));
  const counts = { ...emptyCounts(), rejected: prepared.rejected.length };
  for await (const batch of planBatches(ctx, prepared, importedBy)) {
    digest.add(batch);
    countRows(counts, batch);
    await insertImportRows(
      ctx,
      row.importId,
      [...batch.created, ...batch.changed].map(({ before, after, differences }) => {
        const line = lines.get(after.externalId) ?? 0;
        return {
          outcome: before ? ('changed' as const) : ('created' as const),
          line,
          position: line,
          externalId: after.externalId,
          name: after.name,
          detail: before ? { differences } : {},
        };
      }),
    );
    report(batch.done / prepared.rows.length);
  }
  await insertImportRows(
    ctx,
    row.importId,
    prepared.rejected.map(({ line, externalId, name, cells, faults }) => ({
      outcome: 'rejected' as const,
      line,
      position: line,
      externalId,
      name,
      detail: { faults, cells },
    })),
  );
  return { counts, digest: digest.end(prepared) };
}

/** How the file is to be read: as files with this header were last, or by Cadre's own names; null: nobody knows. */
async function layoutOf(ctx: TenantContext, table: LooseTable): Promise<ImportLayout | null> {
  const stored = importLayoutSchema.safeParse(await findLayout(ctx, fingerprintOf(table.header)));
  if (stored.success) return stored.data;
  return isOwnHeader(table.header) ? guessOf(table) : null;
}

/** The layout that the names of the columns and the first cells suggest. */
export function guessOf(table: LooseTable): ImportLayout {
  const columns = guessColumns(table.header);
  const places = [columns.started_on, columns.ended_on].filter((at) => at !== undefined);
  const cells = table.rows.slice(0, 1_000).flatMap(({ values }) => places.map((at) => values[at] ?? ''));
  return { columns, days: guessDays(cells), everybody: false };
}

/** The layout with what words mean that were said with the file. */
function withSaid(layout: ImportLayout, words: readonly ChosenWord[] = []): ImportLayout {
  return words.length === 0 ? layout : { ...layout, words: withWords(layout.words ?? {}, words) };
}

function fingerprintOf(header: readonly string[]): string {
  const names = header.map((name) => name.trim().toLowerCase());
  return createHash('sha256').update(JSON.stringify(names)).digest('hex');
}

const SAMPLES = 3;
const SAMPLE_LENGTH = 40;

function headerOf(table: LooseTable, layout: ImportLayout): ImportHeader {
  const words = wordFinder(layout);
  for (const { values } of table.rows) words.add(values);
  const shown = (cell: string) =>
    Array.from(cell.replace(/\p{Cc}/gu, ' ').toWellFormed())
      .slice(0, SAMPLE_LENGTH)
      .join('');
  return {
    line: table.headerLine,
    words: words.list(),
    names: table.header.map((name) => Array.from(shown(name)).join('')),
    samples: table.header.map((_, at) =>
      table.rows.slice(0, SAMPLES).map(({ values }) => shown(values[at] ?? '')),
    ),
  };
}
