import type { FrameworkReport } from '~/modules/frameworks/commands/import-report';
import type { ImportOptions } from './import-options';
import type { ImportedFileReport } from './import-read-file';
import type { CatalogueReport } from './recogniser';

const OUTCOMES: Readonly<Record<FrameworkReport['outcome'], string>> = {
  created: 'created',
  unchanged: 'unchanged',
  improved: 'improved (splits or citations)',
};

function frameworkLine({ instrument, version, outcome, statements, captionsAdded }: FrameworkReport): string {
  const captions = captionsAdded > 0 ? `, ${captionsAdded} level captions added` : '';
  return `${instrument} ${version}: ${OUTCOMES[outcome]}, ${statements} statements${captions}`;
}

/** What became of a file, one line for each framework or for the whole CSV. */
export function reportLines(report: ImportedFileReport, { dryRun }: Pick<ImportOptions, 'dryRun'>): string[] {
  const mark = dryRun ? ' (dry run, taken back)' : '';
  if (report.kind !== 'framework') {
    const counts = Object.entries(report.counts).map(([name, count]) => `${count} ${name}`);
    const warnings = report.warnings.map(({ pointer, detail }) => `${pointer}: ${detail}`);
    return [`${report.file}: ${report.kind}: ${counts.join(', ')}${mark}`, ...warnings];
  }
  const { file, occupation, frameworks, evidence, anchors, changed } = report;
  const start = `${file}: ${occupation.soc} ${occupation.title}`;
  const rest =
    evidence + anchors > 0
      ? [`${evidence} evidence measures, ${anchors} source anchors, titles and codes`]
      : [];
  const lines = [...frameworks.map(frameworkLine), ...rest].map((line) => `${start}, ${line}${mark}`);
  return changed ? lines : [...lines, `${start}: nothing changed`];
}

/** What became of a source of the shared catalogue, each line with the path. */
export function catalogueLines(
  { file, lines }: CatalogueReport,
  { dryRun }: Pick<ImportOptions, 'dryRun'>,
): string[] {
  const mark = dryRun ? ' (dry run, taken back)' : '';
  return lines.map((line) => `${file}: ${line}${mark}`);
}
