import type { FrameworkReport, ImportReport } from './import-report';

const OUTCOMES: Readonly<Record<FrameworkReport['outcome'], string>> = {
  created: 'created',
  unchanged: 'unchanged',
  improved: 'improved (splits or citations)',
};

function frameworkLine({
  instrument,
  version,
  outcome,
  statements,
  captionsChanged,
}: FrameworkReport): string {
  const captions = captionsChanged > 0 ? `, ${captionsChanged} level captions taken over` : '';
  return `${instrument} ${version}: ${OUTCOMES[outcome]}, ${statements} statements${captions}`;
}

/**
 * What became of a framework file, one line for each framework.
 * @param mark Stands at the end of each line.
 */
export function frameworkLines(
  { file, occupation, frameworks, evidence, anchors, changed }: ImportReport,
  mark = '',
): string[] {
  const start = `${file}: ${occupation.soc} ${occupation.title}`;
  const rest =
    evidence + anchors > 0
      ? [`${evidence} evidence measures, ${anchors} source anchors, titles and codes`]
      : [];
  const lines = [...frameworks.map(frameworkLine), ...rest].map((line) => `${start}, ${line}${mark}`);
  return changed ? lines : [...lines, `${start}: nothing changed`];
}
