export const SEPARATORS = [',', ';', '\t', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** Characters at the beginning of a file that are looked at. */
const LOOKED_AT = 64 * 1024;
const LINES = 20;

/**
 * What stands between the cells of a text: the mark that most of the first lines have equally often, outside quotes;
 * of two equally good ones the one that cuts into more cells, then the comma. A text of one column is cut by commas.
 */
export function separatorOf(text: string): Separator {
  const lines = firstLines(text.slice(0, LOOKED_AT));
  let best: { separator: Separator; lines: number; cells: number } = { separator: ',', lines: 0, cells: 0 };
  for (const separator of SEPARATORS) {
    const counts = lines.map((line) => line.split(separator).length - 1);
    const usual = mostFrequent(counts.filter((count) => count > 0));
    if (usual === undefined) continue;
    const agreeing = counts.filter((count) => count === usual).length;
    if (agreeing > best.lines || (agreeing === best.lines && usual > best.cells))
      best = { separator, lines: agreeing, cells: usual };
  }
  return best.separator;
}

/** The first lines that are not empty, what is in quotes hidden. */
function firstLines(text: string): string[] {
  const bare = text.replace(/"(?:[^"]|"")*"/g, 'q').replace(/\r\n?/g, '\n');
  return bare
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, LINES);
}

function mostFrequent(counts: readonly number[]): number | undefined {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  return [...times].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0];
}
