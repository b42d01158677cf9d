import type { SystemContext } from '#db/system';
import { InvalidInput } from '~/shared/errors';
import {
  analyzeFigures,
  countMatches,
  countRepeated,
  findContradiction,
  insertFigures,
  listTaskLists,
} from '../data/ai-evidence-rows';
import type { Figure } from '../domain/ai-evidence/figure';
import { columnsOf, type FigureTable, readFigures } from '../domain/ai-evidence/figure-table';
import type { SourceOrigin } from '../domain/crosswalk/crosswalk-sources';
import type { NamedCells } from '../domain/source-table/column-reader';
import type { SourceReport, SourceRequest } from './import-source-request';
import { importSourceSet, type Loaded } from './import-source-set';
import { inspectTable, type SeenTable, TableReading } from './import-source-table';

/** Most rows of one file of figures; the largest published one has about a million. */
const MOST_ROWS = 10_000_000;
const RELEASE_FOLDER =
  /(?:^|[\\/])(release_\d{4}_\d{2}_\d{2}|labor_market_impacts)[\\/][^\\/]*(?:[\\/][^\\/]*){0,3}$/;

/** The release that the folders of a path name, as the Anthropic Economic Index lays them out; or undefined. */
export function releaseOfPath(path: string): string | undefined {
  return RELEASE_FOLDER.exec(path)?.[1];
}

/**
 * Loads a file of figures with one row a subject into the shared catalogue. Missing values are left out.
 * @throws InvalidInput with file, line and reason, also for two figures about one thing; then nothing is changed.
 */
export async function importFigureTable(
  ctx: SystemContext,
  request: SourceRequest,
  table: FigureTable,
): Promise<SourceReport> {
  const seen = await inspectTable(request);
  const release = request.release ?? releaseOfPath(request.input.name) ?? table.origin.release;
  const read = (row: NamedCells<string>) => readFigures(row, table);
  return loadFigures(ctx, request, { origin: table.origin, release, seen, names: columnsOf(table), read });
}

export interface FigureFile<Name extends string> {
  readonly origin: SourceOrigin;
  readonly part?: string;
  readonly release: string;
  readonly seen: SeenTable;
  readonly names: readonly Name[];
  read(row: NamedCells<Name>): readonly Figure[];
}

/** Loads figures row by row; counts rows, figures, values that are missing, rows that repeat others, and matches. */
export async function loadFigures<Name extends string>(
  ctx: SystemContext,
  request: SourceRequest,
  { origin, part = '', release, seen, names, read }: FigureFile<Name>,
): Promise<SourceReport> {
  const reading = new TableReading(request, seen, { names, most: MOST_ROWS });
  let empty = 0;
  async function* figures() {
    for await (const rows of reading.batches())
      yield rows.flatMap((row) => {
        const found = read(row);
        if (found.length === 0) empty += 1;
        return found;
      });
  }
  const write = async (sourceId: string): Promise<Loaded> => {
    const count = await insertFigures(ctx, sourceId, figures());
    await analyzeFigures(ctx);
    await refuseContradiction(ctx, sourceId, request.input.name);
    const repeated = await countRepeated(ctx, sourceId);
    const { counts, warnings } = await matches(ctx, sourceId, request.input.name);
    return {
      rows: reading.rows,
      counts: { figures: count, rowsWithoutFigure: empty, repeated, ...counts },
      warnings,
    };
  };
  return importSourceSet(ctx, request, { set: { origin, part, release, checksum: seen.checksum }, write });
}

async function refuseContradiction(ctx: SystemContext, sourceId: string, file: string): Promise<void> {
  const found = await findContradiction(ctx, sourceId);
  if (!found) return;
  const detail = `${found.measure} of ${JSON.stringify(found.subject.slice(0, 60))} is another one than on line ${found.first}.`;
  throw new InvalidInput(`${file} was not imported: ${detail}`, [
    { pointer: `${file}:${found.last}`, detail },
  ]);
}

/** How many rows about tasks each task list has; the first texts that the O*NET list has not are warnings. */
async function matches(ctx: SystemContext, sourceId: string, file: string) {
  const counts: Record<string, number> = {};
  const warnings: { pointer: string; detail: string }[] = [];
  for (const { origin, release } of await listTaskLists(ctx)) {
    const { matched, unmatched, subjects } = await countMatches(ctx, sourceId, origin as 'onet' | 'aei');
    if (matched + unmatched === 0) continue;
    const names =
      origin === 'onet' ? ['matchedTasks', 'unmatchedTasks'] : ['matchedInOwnList', 'unmatchedInOwnList'];
    counts[names[0] ?? ''] = matched;
    counts[names[1] ?? ''] = unmatched;
    if (origin === 'onet' && unmatched > 0) {
      const first = subjects.map((text) => JSON.stringify(text.slice(0, 80))).join('; ');
      warnings.push({
        pointer: file,
        detail: `${unmatched} rows are about tasks that O*NET ${release} does not have. The first: ${first}.`,
      });
    }
  }
  return { counts, warnings };
}
