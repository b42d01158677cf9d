import { fieldWords } from './field-words';
import type { ImportCounts, ImportKind } from './import-report';

/** What an import does, in lines as people read them. */
export function countLines(counts: ImportCounts, kind: ImportKind = 'employees'): string[] {
  const { created, changed, unchanged, rejected, missing, kept } = counts;
  const lines = [
    kind === 'assessments'
      ? `Assessments: ${number(created)} new, ${number(changed)} corrected, ${number(unchanged)} unchanged.`
      : `${number(created)} new, ${number(changed)} changed, ${number(unchanged)} unchanged.`,
  ];
  if (rejected > 0) lines.push(`${rejected === 1 ? '1 row is' : `${number(rejected)} rows are`} rejected.`);
  if (missing > 0)
    lines.push(
      `${missing === 1 ? '1 person is' : `${number(missing)} people are`} not in the file, and ${missing === 1 ? 'stays' : 'stay'} until somebody says that they left.`,
    );
  const held = keptLine(kept);
  return held ? [...lines, held] : lines;
}

/** "Kept by Cadre: title of 3 people, site of 1 person."; null where nothing is. */
export function keptLine(kept: ImportCounts['kept']): string | null {
  const parts = Object.entries(kept).map(
    ([field, people]) =>
      `${fieldWords(field).toLowerCase()} of ${people === 1 ? '1 person' : `${number(people)} people`}`,
  );
  return parts.length > 0 ? `Kept by Cadre: ${parts.join(', ')}.` : null;
}

function number(value: number): string {
  return value.toLocaleString('en');
}
