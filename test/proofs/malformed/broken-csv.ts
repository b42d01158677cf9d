import type { SeededRandom } from '#test/isolation/loss/seeded-random';
import { broken, HOSTILE, pick } from './hostile-text';

/** A right CSV file with faults of its text, its cells or its columns. */
export function brokenCsv(random: SeededRandom, right: string): string {
  const lines = right.split('\r\n');
  switch (random.below(4)) {
    case 0:
      return lines.map((line) => withCell(random, line, 0.1)).join('\r\n');
    case 1:
      return [withCell(random, lines[0] ?? '', 1), ...lines.slice(1)].join('\r\n');
    case 2:
      return lines
        .toSpliced(random.below(lines.length), 1, lines[random.below(lines.length)] ?? '')
        .join('\n');
    default:
      // As the upload reads it: what is no UTF-8 becomes replacement characters.
      return Buffer.from(broken(random, right)).toString('utf8');
  }
}

function withCell(random: SeededRandom, line: string, probability: number): string {
  if (!random.chance(probability)) return line;
  const cells = line.split(',');
  return cells.with(random.below(cells.length), pick(random, HOSTILE)).join(',');
}
