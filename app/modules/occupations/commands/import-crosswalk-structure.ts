import type { SystemContext } from '#db/system';
import { insertSocGroups } from '../data/crosswalk-rows';
import { ONET_SOC_STRUCTURE, SOC_STRUCTURE } from '../domain/crosswalk/crosswalk-sources';
import { buildSocHierarchy, SOC_LEVELS, type SocEntry } from '../domain/crosswalk/soc-hierarchy';
import { ONET_SOC_COLUMNS, readOnetSocRow, readSocRow, SOC_COLUMNS } from '../domain/crosswalk/soc-structure';
import type { NamedCells } from '../domain/source-table/column-reader';
import type { SourceReport, SourceRequest } from './import-source-request';
import { importSourceSet } from './import-source-set';
import { inspectTable, TableReading } from './import-source-table';

/** SOC 2018 has 1,447 groups, O*NET-SOC 2019 has 1,596. */
const MOST_GROUPS = 20_000;

interface Layout<Name extends string> {
  readonly names: readonly Name[];
  readonly read: (row: NamedCells<Name>) => SocEntry;
}

/**
 * Loads the hierarchy of occupations from the SOC 2018 structure, or with O*NET-SOC occupations below it.
 * @param layout `soc` for the file with definitions, `onet` for the one with a column for each level.
 * @throws InvalidInput with file, line and reason; then nothing is changed.
 */
export async function importSocStructure(
  ctx: SystemContext,
  request: SourceRequest,
  layout: 'soc' | 'onet',
): Promise<SourceReport> {
  return layout === 'soc'
    ? load(ctx, request, { names: SOC_COLUMNS, read: readSocRow })
    : load(ctx, request, { names: ONET_SOC_COLUMNS, read: readOnetSocRow });
}

async function load<Name extends string>(
  ctx: SystemContext,
  request: SourceRequest,
  { names, read }: Layout<Name>,
): Promise<SourceReport> {
  const seen = await inspectTable(request);
  const reading = new TableReading(request, seen, { names, most: MOST_GROUPS });
  const isOnet = names === (ONET_SOC_COLUMNS as readonly string[]);
  const origin = isOnet ? ONET_SOC_STRUCTURE : SOC_STRUCTURE;
  const set = {
    origin,
    part: isOnet ? 'onet' : 'soc',
    release: request.release ?? origin.release,
    checksum: seen.checksum,
  };
  return importSourceSet(ctx, request, {
    set,
    write: async (sourceId) => {
      const entries: SocEntry[] = [];
      for await (const rows of reading.batches()) entries.push(...rows.map(read));
      const groups = buildSocHierarchy(entries, request.input.name);
      const count = (level: string) => groups.filter((group) => group.level === level).length;
      const counts = Object.fromEntries(SOC_LEVELS.map((level) => [level, count(level)]));
      return { rows: await insertSocGroups(ctx, sourceId, groups), counts };
    },
  });
}
