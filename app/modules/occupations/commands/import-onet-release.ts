import { lockCatalogue, sharedCatalogue } from '#db/catalogue';
import type { SystemContext } from '#db/system';
import { describeFromOnet } from '../data/onet-catalogue';
import { deleteIdleLoads, deleteReplaced, insertLoad, listLiveTables, serveTable } from '../data/onet-loads';
import { ONET_LICENCE, ONET_URL, onetAttribution, onetName } from '../domain/onet/attribution';
import { newestRelease, tablesOf } from '../domain/onet/live-tables';
import type { OnetLayout } from '../domain/onet/release-layout';
import type { OnetPlan, PlannedTable } from './import-onet-plan';
import { loadOnetTable, type OnetProgress } from './import-onet-table';
import { joinNewestTasks } from './import-onet-tasks';
import { sourceOnce } from './record-source';

export interface OnetTableReport {
  readonly file: string;
  readonly dataset: string;
  readonly outcome: 'loaded' | 'unchanged';
  readonly rows: number;
  /** Rows whose key was there before, in tables that may have such. */
  readonly repeated: number;
  /** Columns of the file that nothing reads. */
  readonly unread: readonly string[];
}

export interface OnetReport {
  readonly name: string;
  readonly release: string;
  readonly layout: OnetLayout | null;
  /** Whether the release describes no occupations and so only overlays others. */
  readonly partial: boolean;
  readonly tables: readonly OnetTableReport[];
  readonly passedOver: readonly string[];
  /** Occupations of the shared catalogue that were added or changed. */
  readonly occupationsChanged: number;
  readonly changed: boolean;
}

export interface OnetImportOptions {
  /** Stops the import at the next batch of rows; then nothing of it stays. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: OnetProgress) => void;
}

/**
 * Loads the tables of a release beside what is served and switches readers to them, all in the transaction of the
 * context: a load that fails, is stopped or dies leaves nothing, and until its end the earlier one is served. A
 * table whose content is served already is left alone; tables of the release that the plan lacks stay. The shared
 * catalogue's occupations follow the newest release that describes them, and so do the tasks that figures about AI
 * are joined to.
 * @throws InvalidInput with file, line and reason for what no release has in it; the signal's reason.
 */
export async function importOnetRelease(
  ctx: SystemContext,
  plan: OnetPlan,
  options: OnetImportOptions = {},
): Promise<OnetReport> {
  const catalogue = sharedCatalogue(ctx);
  await lockCatalogue(catalogue);
  const served = (await listLiveTables(catalogue)).filter(({ release }) => release === plan.release);
  const servedAs = ({ dataset }: PlannedTable) => served.find((table) => table.dataset === dataset);
  const wanted = plan.tables.filter((table) => servedAs(table)?.checksum !== table.checksum);
  const reports = new Map<string, OnetTableReport>();
  if (wanted.length > 0) {
    const { release, layout } = plan;
    const loadId = await insertLoad(ctx, { release, layout, sourceId: await sourceOf(ctx, plan) });
    const totalBytes = wanted.reduce((sum, { bytes }) => sum + bytes, 0);
    let bytesBefore = 0;
    for (const table of wanted) {
      options.signal?.throwIfAborted();
      const count = await loadOnetTable(ctx, table, { ...options, loadId, bytesBefore, totalBytes });
      bytesBefore += table.bytes;
      const { dataset, header, checksum, file } = table;
      const row = { loadId, release, dataset, header, checksum, fileName: file.name };
      await serveTable(ctx, { ...row, rowCount: count.rows, repeatedRows: count.repeated });
      const before = servedAs(table);
      if (before)
        await deleteReplaced(ctx, { loadId: before.loadId, table: table.table, fixed: table.fixed });
      reports.set(dataset, reportOf(table, { outcome: 'loaded', ...count }));
    }
    options.signal?.throwIfAborted();
    await deleteIdleLoads(ctx);
    await ctx.script(`analyze ${[...new Set(wanted.map(({ table }) => `public.${table}`))].join(', ')}`);
  }
  const unchanged = (table: PlannedTable) =>
    reportOf(table, { outcome: 'unchanged', rows: servedAs(table)?.rowCount ?? 0, repeated: 0 });
  const occupationsChanged = await describeOccupations(ctx);
  const reloaded = wanted.some(({ dataset }) => dataset === 'task_statements') ? [plan.release] : [];
  await joinNewestTasks(ctx, reloaded);
  return {
    name: plan.name,
    release: plan.release,
    layout: plan.layout,
    partial: !plan.tables.some(({ dataset }) => dataset === 'occupation_data'),
    tables: plan.tables.map((table) => reports.get(table.dataset) ?? unchanged(table)),
    passedOver: plan.passedOver,
    occupationsChanged,
    changed: wanted.length > 0 || occupationsChanged > 0,
  };
}

type Outcome = Pick<OnetTableReport, 'outcome' | 'rows' | 'repeated'>;

function reportOf({ file, dataset, reader }: PlannedTable, outcome: Outcome): OnetTableReport {
  return { file: file.name, dataset, unread: reader.unread, ...outcome };
}

async function sourceOf(ctx: SystemContext, { release, name, checksum }: OnetPlan): Promise<string> {
  return sourceOnce(sharedCatalogue(ctx), {
    kind: 'onet',
    name: onetName(release),
    release,
    licence: ONET_LICENCE,
    attribution: onetAttribution(release),
    url: ONET_URL,
    fileName: name,
    checksum,
  })();
}

async function describeOccupations(ctx: SystemContext): Promise<number> {
  const tables = await listLiveTables(sharedCatalogue(ctx));
  const newest = newestRelease(tables);
  if (newest === null) return 0;
  const { find } = tablesOf(tables, newest);
  const [occupations] = find('occupations');
  if (!occupations) return 0;
  const [jobZones] = find('jobZones');
  return describeFromOnet(ctx, { occupations: occupations.loadId, jobZones: jobZones?.loadId ?? null });
}
