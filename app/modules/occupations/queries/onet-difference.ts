import { NotFound } from '~/shared/errors';
import {
  type LoadPair,
  listJobZoneChanges,
  listOccupationChanges,
  listTaskChanges,
  listTitleChanges,
  type TextChange,
  type ZoneChange,
} from '../data/onet-difference';
import { listLiveTables } from '../data/onet-loads';
import { type OnetContext, onetCatalogue } from './onet-reader';

export interface TaskText {
  readonly soc: string;
  readonly taskId: number;
  readonly text: string;
}

export interface TitleText {
  readonly soc: string;
  readonly title: string;
}

export interface TitleDifference {
  readonly added: readonly TitleText[];
  readonly removed: readonly TitleText[];
}

/** What differs between two releases; null for a table that one of the two lacks. */
export interface ReleaseDifference {
  readonly from: string;
  readonly to: string;
  readonly occupations:
    | (TitleDifference & {
        readonly retitled: readonly TextChange[];
        /** Codes whose description differs. */
        readonly redescribed: readonly string[];
      })
    | null;
  readonly tasks: {
    readonly added: readonly TaskText[];
    readonly removed: readonly TaskText[];
    /** Another text under the same task id. */
    readonly reworded: readonly (TextChange & { readonly taskId: number })[];
  } | null;
  readonly alternateTitles: TitleDifference | null;
  readonly reportedTitles: TitleDifference | null;
  readonly jobZones: readonly ZoneChange[] | null;
}

interface Question {
  readonly from: string;
  readonly to: string;
  /** Only this occupation; not given: all. */
  readonly soc?: string | undefined;
}

/**
 * What was added, removed and changed from one release of O*NET to another. Rows are matched by their codes and task
 * ids, never by the text of a task.
 * @throws NotFound for a release that is not loaded.
 */
export async function compareReleases(
  ctx: OnetContext,
  { from, to, soc }: Question,
): Promise<ReleaseDifference> {
  const catalogue = onetCatalogue(ctx);
  const tables = await listLiveTables(catalogue);
  for (const release of [from, to]) {
    if (!tables.some((table) => table.release === release))
      throw new NotFound(`The O*NET release ${release} is not loaded.`);
  }
  const loadOf = (release: string, dataset: string) =>
    tables.find((table) => table.release === release && table.dataset === dataset)?.loadId;
  const compared = async <T>(dataset: string, compare: (pair: LoadPair) => Promise<T>): Promise<T | null> => {
    const pair = { from: loadOf(from, dataset), to: loadOf(to, dataset), soc };
    if (pair.from === undefined || pair.to === undefined) return null;
    return compare({ from: pair.from, to: pair.to, soc });
  };
  const titles = (kind: 'alternate' | 'reported') => async (pair: LoadPair) =>
    titleDifference(await listTitleChanges(catalogue, { ...pair, kind }));
  return {
    from,
    to,
    occupations: await compared('occupation_data', async (pair) =>
      occupationDifference(await listOccupationChanges(catalogue, pair)),
    ),
    tasks: await compared('task_statements', async (pair) =>
      taskDifference(await listTaskChanges(catalogue, pair)),
    ),
    alternateTitles: await compared('alternate_titles', titles('alternate')),
    reportedTitles: await compared('reported_titles', titles('reported')),
    jobZones: await compared('job_zones', (pair) => listJobZoneChanges(catalogue, pair)),
  };
}

function titleDifference(rows: readonly TextChange[]): TitleDifference {
  return {
    added: rows.flatMap(({ soc, before, after }) =>
      before === null && after !== null ? [{ soc, title: after }] : [],
    ),
    removed: rows.flatMap(({ soc, before, after }) =>
      after === null && before !== null ? [{ soc, title: before }] : [],
    ),
  };
}

function occupationDifference(rows: readonly (TextChange & { readonly redescribed: boolean })[]) {
  const both = rows.filter(({ before, after }) => before !== null && after !== null);
  return {
    ...titleDifference(rows),
    retitled: both.filter(({ before, after }) => before !== after),
    redescribed: both.filter(({ redescribed }) => redescribed).map(({ soc }) => soc),
  };
}

function taskDifference(rows: readonly (TextChange & { readonly taskId: number })[]) {
  const one = (row: { soc: string; taskId: number }, text: string) => ({
    soc: row.soc,
    taskId: row.taskId,
    text,
  });
  return {
    added: rows.flatMap((row) => (row.before === null && row.after !== null ? [one(row, row.after)] : [])),
    removed: rows.flatMap((row) => (row.after === null && row.before !== null ? [one(row, row.before)] : [])),
    reworded: rows.filter(({ before, after }) => before !== null && after !== null),
  };
}
