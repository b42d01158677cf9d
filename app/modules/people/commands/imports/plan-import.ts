import type { TenantContext } from '#db/tenancy';
import type { StreamedTable } from '~/shared/streamed-table';
import { deleteImportLines } from '../../data/import-lines';
import { deleteImportRows, insertImportRows } from '../../data/import-rows';
import { type ImportRow, updateImport } from '../../data/imports';
import { wordFinder } from '../../domain/imports/find-words';
import { keptNames } from '../../domain/imports/header-names';
import {
  guessColumns,
  guessDays,
  type ImportLayout,
  isOwnHeader,
  layoutFaults,
} from '../../domain/imports/import-layout';
import type { ImportCounts, ImportHeader } from '../../domain/imports/import-report';
import { type ChosenWord, type FoundWord, withWords } from '../../domain/imports/word-fields';
import { countRows, emptyCounts } from './import-counts';
import { storeMissingPeople } from './missing-people';
import { PlanDigest, planBatches } from './plan-batches';
import { type PreparedImport, prepareImport } from './prepare-import';
import { rememberedLayout, rememberLayout } from './remember-layout';
import { rejectedPages } from './staged-rows';

export interface PlanInput {
  readonly row: ImportRow;
  readonly table: StreamedTable;
  readonly today: string;
  /** Who confirms the occupations of the file; null: nobody does yet. */
  readonly importedBy: string | null;
  readonly everybody: boolean;
  /** What words of the file mean, said with it. */
  readonly words?: readonly ChosenWord[] | undefined;
  /** How the file is read is remembered at the end; where nothing is said it is. */
  readonly remember?: boolean;
  /** Something had changed when it was to be applied. */
  readonly replanned: boolean;
  /** Told how far it is; throws when the work is to stop. */
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
  const layout = withSaid(
    found ?? { ...guessOf(table, { loosely: true }), everybody: input.everybody },
    input.words,
  );
  const words = wordFinder(layout);
  const looked = withLooks(table, words.add);
  await deleteImportRows(ctx, importId);
  if (found === null || layoutFaults(found.columns).length > 0) {
    // A file that cannot be read to its end is refused before anybody names its columns.
    for await (const _ of looked.rows()) input.report(0);
    const header = headerOf(table, words.list());
    await updateImport(ctx, importId, { state: 'mapping', header, layout, counts: null, planDigest: null });
    return null;
  }
  const used = { ...layout, everybody: row.state === 'new' ? input.everybody : layout.everybody };
  const { today, report } = input;
  const prepared = await prepareImport(ctx, importId, {
    table: looked,
    layout: used,
    today,
    check: () => report(0),
  });
  const counts = await storePlan(ctx, prepared, input);
  const missing = used.everybody ? await storeMissingPeople(ctx, prepared) : 0;
  await deleteImportLines(ctx, importId);
  const full: ImportCounts = { ...counts.counts, missing };
  await updateImport(ctx, importId, {
    state: 'planned',
    header: headerOf(table, words.list()),
    layout: used,
    counts: full,
    warnings: prepared.warnings.slice(0, WARNINGS),
    planDigest: counts.digest,
    replanned: input.replanned,
  });
  if (input.remember ?? true)
    await rememberLayout(ctx, { header: table.header, layout: used, words: input.words });
  return full;
}

async function storePlan(
  ctx: TenantContext,
  prepared: PreparedImport,
  { row, importedBy, report }: PlanInput,
): Promise<{ counts: ImportCounts; digest: string }> {
  const digest = new PlanDigest();
  const counts = { ...emptyCounts(), rejected: prepared.rejected };
  for await (const batch of planBatches(ctx, prepared, importedBy)) {
    digest.add(batch);
    countRows(counts, batch);
    await insertImportRows(
      ctx,
      row.importId,
      [...batch.created, ...batch.changed].map(({ before, after, differences }) => {
        const line = batch.lines.get(after.externalId) ?? 0;
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
    report(batch.share);
  }
  for await (const page of rejectedPages(ctx, prepared)) {
    digest.addRejected(page);
    await insertImportRows(
      ctx,
      row.importId,
      page.map(({ line, externalId, name, cells, faults }) => ({
        outcome: 'rejected' as const,
        line,
        position: line,
        externalId,
        name,
        detail: { faults, cells },
      })),
    );
  }
  return { counts, digest: digest.end() };
}

/** How the file is to be read: as files with this header were last, or by Cadre's own names; null: nobody knows. */
async function layoutOf(ctx: TenantContext, table: StreamedTable): Promise<ImportLayout | null> {
  const known = await rememberedLayout(ctx, table.header);
  return known ?? (isOwnHeader(table.header) ? guessOf(table) : null);
}

/** The layout that the names of the columns and the first cells suggest. */
export function guessOf(table: StreamedTable, options: { readonly loosely?: boolean } = {}): ImportLayout {
  const columns = guessColumns(table.header, options);
  const known = [columns.started_on, columns.ended_on].filter((at) => at !== undefined);
  // Where nobody said yet which columns hold days, any may.
  const places = known.length > 0 ? known : [...table.header.keys()];
  const cells = table.first.flatMap(({ values }) => places.map((at) => values[at] ?? ''));
  return { columns, days: guessDays(cells), everybody: false };
}

/** The layout with what words mean that were said with the file. */
function withSaid(layout: ImportLayout, words: readonly ChosenWord[] = []): ImportLayout {
  return words.length === 0 ? layout : { ...layout, words: withWords(layout.words ?? {}, words) };
}

/** The table, of which each row is looked at when it is read. */
function withLooks(table: StreamedTable, look: (values: readonly string[]) => void): StreamedTable {
  const rows = async function* () {
    for await (const piece of table.rows()) {
      for (const { values } of piece) look(values);
      yield piece;
    }
  };
  return { ...table, rows };
}

const SAMPLES = 3;
const SAMPLE_LENGTH = 40;

function headerOf(table: StreamedTable, words: readonly FoundWord[]): ImportHeader {
  const shown = (cell: string) =>
    Array.from(cell.replace(/\p{Cc}/gu, ' ').toWellFormed())
      .slice(0, SAMPLE_LENGTH)
      .join('');
  return {
    line: table.headerLine,
    words,
    names: keptNames(table.header),
    samples: table.header.map((_, at) =>
      table.first.slice(0, SAMPLES).map(({ values }) => shown(values[at] ?? '')),
    ),
  };
}
