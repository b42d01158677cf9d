import type { TenantContext } from '#db/tenancy';
import type { DayText } from '~/shared/calendar-day';
import type { FieldError } from '~/shared/errors';
import type { StreamedTable } from '~/shared/streamed-table';
import { updateOtherLines, updateUsualJoins, updateWholeJoins } from '../../data/import-lines';
import {
  countEmployees,
  listFreshManagers,
  listLinesLeft,
  listStatedOccupations,
  updateOwnedLines,
} from '../../data/known-lines';
import { listKnownCodes } from '../../data/occupation-codes';
import { listSites } from '../../data/sites';
import { codeWarnings } from '../../domain/code-warnings';
import type { ReadLayout } from '../../domain/imports/layout-cells';
import { statedColumns } from '../../domain/imports/stated-line';
import { siteSpeller } from '../../domain/site-name';
import { teamNames } from '../load-employee-states';
import { loadPlaces, type Places } from '../load-names-of';
import { managersFirst, numbersOf } from './order-lines';
import { unreadColumns } from './read-import-rows';
import { settleLines } from './settle-lines';
import { stageLines } from './stage-lines';

export interface ImportFile {
  readonly table: StreamedTable;
  readonly layout: ReadLayout;
  readonly today: DayText;
  /** Throws when the work is to stop. */
  readonly check: () => void;
}

/**
 * A file held against what is known. Its rows are staged (data/import-lines.ts) and not in memory; of each row that
 * brings something the number alone is.
 */
export interface PreparedImport {
  readonly importId: string;
  readonly header: readonly string[];
  readonly layout: ReadLayout;
  readonly places: Places;
  /** Rows of new people, each after their manager's. */
  readonly fresh: Int32Array;
  /** Rows of known people that may bring something, as in the file. */
  readonly known: Int32Array;
  /** How many rows state only what is known. */
  readonly stated: number;
  /** How many rows cannot be taken. */
  readonly rejected: number;
  readonly warnings: readonly FieldError[];
}

/** A file of a smaller part of everybody is planned person by person. */
const LEAST_SHARE = 0.2;

/** Reads the rows of a file, stages them and settles which can be taken. The caller deletes the staged rows. */
export async function prepareImport(
  ctx: TenantContext,
  importId: string,
  file: ImportFile,
): Promise<PreparedImport> {
  const { table, today } = file;
  const layout = { ...file.layout, siteOf: siteSpeller(await listSites(ctx)) };
  const rows = await stageLines(ctx, importId, { ...file, layout });
  const places = await loadPlaces(ctx, today);
  await updateWholeJoins(ctx);
  await updateOwnedLines(ctx, importId);
  await settleLines(ctx, importId, today);
  file.check();
  const left = await listLinesLeft(ctx, importId, {
    today,
    stated: statedColumns(layout),
    teams: teamNames(places.places, today),
    compare: rows >= (await countEmployees(ctx)) * LEAST_SHARE,
  });
  const fresh = numbersOf(left.fresh);
  const managers = fresh.length > 0 ? await listFreshManagers(ctx, importId) : null;
  const warnings = [
    ...unreadColumns(table, layout),
    ...(await occupationWarnings(ctx, importId, table.file)),
  ];
  const [known, rejected] = [numbersOf(left.known), rows - left.good];
  if (rejected > 0) await updateOtherLines(ctx, importId);
  await updateUsualJoins(ctx);
  file.check();
  return {
    ...{ importId, header: table.header, layout, places, rejected, warnings, stated: left.stated },
    fresh: managersFirst(fresh, managers),
    known,
  };
}

async function occupationWarnings(ctx: TenantContext, importId: string, file: string): Promise<FieldError[]> {
  const stated = await listStatedOccupations(ctx, importId);
  const uses = stated.flatMap(({ held, line, rows }) =>
    held.split(';').map((part) => ({ soc: part.split(':')[0] ?? '', line, rows })),
  );
  const codes = [...new Set(uses.map(({ soc }) => soc))];
  return codeWarnings(uses, new Set(await listKnownCodes(ctx, codes)), file);
}
