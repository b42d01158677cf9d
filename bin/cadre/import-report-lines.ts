import { frameworkLines } from '~/modules/frameworks/commands/import-report-lines';
import type { CatalogueReport } from '~/modules/occupations/commands/catalogue-file';
import type { ImportOptions } from './import-options';
import type { ImportedFileReport } from './import-read-file';

/** What became of a file, one line for each framework or for the whole CSV. */
export function reportLines(report: ImportedFileReport, { dryRun }: Pick<ImportOptions, 'dryRun'>): string[] {
  const mark = dryRun ? ' (dry run, taken back)' : '';
  if (report.kind !== 'framework') {
    const counts = Object.entries(report.counts).map(([name, count]) => `${count} ${name}`);
    const warnings = report.warnings.map(({ pointer, detail }) => `${pointer}: ${detail}`);
    return [`${report.file}: ${report.kind}: ${counts.join(', ')}${mark}`, ...warnings];
  }
  return frameworkLines(report, mark);
}

/** What became of a source of the shared catalogue, each line with the path. */
export function catalogueLines(
  { file, lines }: CatalogueReport,
  { dryRun }: Pick<ImportOptions, 'dryRun'>,
): string[] {
  const mark = dryRun ? ' (dry run, taken back)' : '';
  return lines.map((line) => `${file}: ${line}${mark}`);
}
