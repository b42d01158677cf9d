import { sourceFault } from '../source-table/source-fault';

/** From the widest to the narrowest; onet is an O*NET-SOC occupation below its SOC code. */
export const SOC_LEVELS = ['major', 'minor', 'broad', 'detailed', 'onet'] as const;
export type SocLevel = (typeof SOC_LEVELS)[number];

export interface SocEntry {
  readonly line: number;
  readonly level: SocLevel;
  readonly code: string;
  readonly title: string;
  readonly definition: string | null;
}

export interface SocGroup extends SocEntry {
  /** Code of the group above; null for a major group. */
  readonly parent: string | null;
}

/** The SOC code of a code: itself, or what stands before the point of an O*NET-SOC code (formats 1.3). */
export const socParent = (code: string): string => code.slice(0, 7);

/**
 * Gives every group its parent. The parent is the nearest code before it among the groups one level wider, within
 * its major group: by the digits alone 29-1221 would stand under 29-1220, which is no group, and the minor groups
 * 15-1200, 31-1100 and 51-5100 would not be found.
 * @throws InvalidInput with the line for a code twice, or one without a group above it.
 */
export function buildSocHierarchy(entries: readonly SocEntry[], file: string): SocGroup[] {
  const seen = new Map<string, SocEntry>();
  for (const entry of entries) {
    const earlier = seen.get(entry.code);
    if (earlier)
      throw sourceFault(
        { file, line: entry.line },
        `${entry.code} is there twice; first on line ${earlier.line}.`,
      );
    seen.set(entry.code, entry);
  }
  const codes = new Map(SOC_LEVELS.map((level) => [level, codesOf(entries, level)] as const));
  return entries.map((entry) => {
    const parent = parentOf(entry, codes);
    if (parent === undefined)
      throw sourceFault(
        { file, line: entry.line },
        `${entry.code} stands under no group of the level above it.`,
      );
    return { ...entry, parent };
  });
}

const codesOf = (entries: readonly SocEntry[], level: SocLevel) =>
  entries
    .filter((entry) => entry.level === level)
    .map(({ code }) => code)
    .sort();

function parentOf(
  { level, code }: SocEntry,
  codes: ReadonlyMap<SocLevel, readonly string[]>,
): string | null | undefined {
  const above = SOC_LEVELS[SOC_LEVELS.indexOf(level) - 1];
  if (!above) return null;
  const candidates = codes.get(above) ?? [];
  if (level === 'onet') return candidates.includes(socParent(code)) ? socParent(code) : undefined;
  const nearest = candidates[lastAtMost(candidates, code)];
  return nearest?.slice(0, 2) === code.slice(0, 2) ? nearest : undefined;
}

/** Place of the last of the sorted codes that is not after this one; -1 where all are. */
function lastAtMost(sorted: readonly string[], code: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') <= code) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
