import type { SystemContext } from '#db/system';
import { AEI_TABLES } from '../domain/ai-evidence/aei-tables';
import { EXPOSURE_TABLES } from '../domain/ai-evidence/exposure-tables';
import { columnsOf, type FigureTable } from '../domain/ai-evidence/figure-table';
import { SKILL_SCORE_COLUMNS } from '../domain/ai-evidence/skill-score';
import { TASK_LIST_COLUMNS } from '../domain/ai-evidence/task-text';
import { FACET_COLUMNS, METRIC_COLUMNS } from '../domain/ai-evidence/usage-layout';
import { CIP_COLUMNS } from '../domain/crosswalk/cip-code';
import { CROSSWALK_COLUMNS } from '../domain/crosswalk/crosswalk-link';
import { ONET_SOC_COLUMNS, SOC_COLUMNS } from '../domain/crosswalk/soc-structure';
import { importFigureTable } from './import-ai-evidence';
import { importTaskList } from './import-ai-evidence-tasks';
import { importSkillScores, importUsage } from './import-ai-evidence-usage';
import { importCipCodes, importCrosswalk } from './import-crosswalk';
import { importSocStructure } from './import-crosswalk-structure';
import { headColumns, headText } from './import-source-head';
import type { SourceReport } from './import-source-request';
import { importStandard, type StandardRequest } from './import-standard';

/** A kind of source file: how it is told by its beginning, and how it is taken in. */
export interface SourceRecogniser {
  readonly kind: string;
  /**
   * @param head The first bytes of the file as it lies, plain or gzip; 64 KiB are enough.
   * @param name Not looked at: kinds are told by content.
   */
  recognise(head: Uint8Array, name: string): boolean;
  /** Takes the file into the shared catalogue. Throws InvalidInput, Conflict and NotFound as the importers do. */
  import(ctx: SystemContext, request: StandardRequest): Promise<SourceReport>;
}

type Import = SourceRecogniser['import'];

/** A table is of a kind when it has all columns of that kind, in any order. */
function byColumns(kind: string, names: readonly string[], take: Import): SourceRecogniser {
  const recognise = (head: Uint8Array) => {
    const present = headColumns(head);
    return present !== null && names.every((name) => present.has(name));
  };
  return { kind, recognise, import: take };
}

const figures = (table: FigureTable) =>
  byColumns(table.origin.kind, columnsOf(table), (ctx, request) => importFigureTable(ctx, request, table));

/** A page with a line `URN:` near its top and the heading of the criteria. */
const standardPage = (head: Uint8Array) => {
  const text = headText(head);
  return (
    /^[^\r\n]*\S/u.test(text.trimStart()) &&
    /^(?:.*\r?\n){1,12}?\s*URN:/u.test(text.trimStart()) &&
    /^\s*Performance criteria[\s*:]*$/imu.test(text)
  );
};

/** Every kind of source file that this module takes in, the ones with more telling columns first. */
export const SOURCE_RECOGNISERS: readonly SourceRecogniser[] = [
  byColumns('cip_soc_crosswalk', CROSSWALK_COLUMNS, importCrosswalk),
  byColumns('cip_codes', CIP_COLUMNS, importCipCodes),
  byColumns('soc_structure', SOC_COLUMNS, (ctx, request) => importSocStructure(ctx, request, 'soc')),
  byColumns('soc_structure', ONET_SOC_COLUMNS, (ctx, request) => importSocStructure(ctx, request, 'onet')),
  byColumns('aei_usage', FACET_COLUMNS, (ctx, request) => importUsage(ctx, request, 'facets')),
  byColumns('aei_usage', METRIC_COLUMNS, (ctx, request) => importUsage(ctx, request, 'metrics')),
  byColumns('safi_scores', SKILL_SCORE_COLUMNS, importSkillScores),
  byColumns('aei_task_statements', [...TASK_LIST_COLUMNS, 'Task Type'], importTaskList),
  ...[...AEI_TABLES, ...EXPOSURE_TABLES].map(figures),
  { kind: 'uk_nos', recognise: standardPage, import: importStandard },
];

/** The kind of a source file by its beginning; undefined for files of no kind that this module knows. */
export function recogniseSource(head: Uint8Array, name: string): SourceRecogniser | undefined {
  return SOURCE_RECOGNISERS.find((recogniser) => recogniser.recognise(head, name));
}
