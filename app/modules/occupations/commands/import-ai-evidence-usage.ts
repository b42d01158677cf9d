import type { SystemContext } from '#db/system';
import { aeiOrigin } from '../domain/ai-evidence/aei-tables';
import { readSkillScore, SKILL_SCORE_COLUMNS, SKILL_SCORES } from '../domain/ai-evidence/skill-score';
import {
  FACET_COLUMNS,
  METRIC_COLUMNS,
  readFacetRow,
  readMetricRow,
} from '../domain/ai-evidence/usage-layout';
import { findColumns, type NamedCells, nameCells } from '../domain/source-table/column-reader';
import { sourceFault } from '../domain/source-table/source-fault';
import { loadFigures, releaseOfPath } from './import-ai-evidence';
import type { SourceReport, SourceRequest } from './import-source-request';
import { inspectTable, type SeenTable } from './import-source-table';

/** The first row below the header by its columns. Throws InvalidInput where there is none. */
function firstRow<Name extends string>(
  seen: SeenTable,
  names: readonly Name[],
  file: string,
): NamedCells<Name> {
  if (!seen.first) throw sourceFault({ file, line: 1 }, 'The file has a header and no rows.');
  return nameCells(seen.first, findColumns(seen.header, names, file));
}

const windowOf = (row: NamedCells<'date_start' | 'date_end'>) =>
  `data ${row.cell('date_start')} to ${row.cell('date_end')}`;

/**
 * Loads figures in a long format of the Anthropic Economic Index (formats 1.8): one platform and one span of days a
 * file. Rows that are not published are not there, and are not 0.
 * @throws InvalidInput with file, line and reason; then nothing is changed.
 */
export async function importUsage(
  ctx: SystemContext,
  request: SourceRequest,
  layout: 'facets' | 'metrics',
): Promise<SourceReport> {
  const seen = await inspectTable(request);
  const file = request.input.name;
  const named = request.release ?? releaseOfPath(file);
  if (layout === 'metrics') {
    const release = named ?? windowOf(firstRow(seen, METRIC_COLUMNS, file));
    const read = (row: NamedCells<(typeof METRIC_COLUMNS)[number]>) => filled(readMetricRow(row));
    return loadFigures(ctx, request, {
      origin: aeiOrigin('aei_usage', release),
      release,
      seen,
      names: METRIC_COLUMNS,
      read,
    });
  }
  const first = firstRow(seen, FACET_COLUMNS, file);
  const part = first.cell('platform_and_product');
  const days = windowOf(first);
  const read = (row: NamedCells<(typeof FACET_COLUMNS)[number]>) => {
    if (row.cell('platform_and_product') !== part || windowOf(row) !== days)
      throw row.fault(`The row is of another platform or span of days than ${part}, ${days}.`);
    return filled(readFacetRow(row));
  };
  const release = named ?? days;
  return loadFigures(ctx, request, {
    origin: aeiOrigin('aei_usage', release),
    part,
    release,
    seen,
    names: FACET_COLUMNS,
    read,
  });
}

/** Loads a CSV of skill scores; the release is the one of its column. Throws InvalidInput like importUsage. */
export async function importSkillScores(ctx: SystemContext, request: SourceRequest): Promise<SourceReport> {
  const seen = await inspectTable(request);
  const told = firstRow(seen, SKILL_SCORE_COLUMNS, request.input.name).cell('release');
  if (told === '') throw sourceFault({ file: request.input.name, line: 2 }, 'release is empty.');
  const read = (row: NamedCells<(typeof SKILL_SCORE_COLUMNS)[number]>) => filled(readSkillScore(row, told));
  const release = request.release ?? told;
  return loadFigures(ctx, request, { origin: SKILL_SCORES, release, seen, names: SKILL_SCORE_COLUMNS, read });
}

const filled = <T>(item: T | null): readonly T[] => (item === null ? [] : [item]);
