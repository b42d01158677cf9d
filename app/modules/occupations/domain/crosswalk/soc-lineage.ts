import { SOC_LEVELS, type SocLevel, socParent } from './soc-hierarchy';

/** A group as it stands in one loaded structure. */
export interface LoadedGroup {
  readonly code: string;
  readonly level: string;
  readonly title: string;
  readonly definition: string | null;
  readonly parent: string | null;
  /** soc or onet. */
  readonly part: string;
}

export interface ShownGroup {
  readonly code: string;
  readonly level: SocLevel;
  readonly title: string;
  readonly definition: string | null;
  readonly parent: string | null;
}

/** Groups of two structures made one by code: the title of O*NET-SOC first, the definition that either has. */
export function mergeGroups(groups: readonly LoadedGroup[]): ShownGroup[] {
  const merged = new Map<string, ShownGroup>();
  for (const { part, level, ...group } of groups) {
    const known = merged.get(group.code);
    const first = !known || part === 'onet' ? group : known;
    const definition = known?.definition ?? group.definition;
    merged.set(group.code, { ...first, level: asLevel(level), definition });
  }
  return [...merged.values()];
}

const asLevel = (level: string): SocLevel => SOC_LEVELS.find((name) => name === level) ?? 'detailed';

/**
 * The codes among which the groups above an occupation are: itself, its SOC code, and all codes that end in zeros
 * and share its first digits. 29-1221 stands under 29-1210, so the last two digits cannot be told from the code.
 */
export function codesAbove(soc: string): string[] {
  const [major, minor] = [soc.slice(0, 2), soc.slice(3, 4)];
  const wide = [`${major}-0000`];
  for (let hundred = 0; hundred < 10; hundred += 1) {
    wide.push(`${major}-${minor}${hundred}00`);
    for (let ten = 0; ten < 10; ten += 1) wide.push(`${major}-${minor}${hundred}${ten}0`);
  }
  return [...new Set([soc, socParent(soc), ...wide])];
}

/** The groups above an occupation, from its major group down to itself as far as they are known. */
export function lineageOf(soc: string, groups: readonly ShownGroup[]): ShownGroup[] {
  const byCode = new Map(groups.map((group) => [group.code, group]));
  const line: ShownGroup[] = [];
  let next = byCode.get(soc) ?? byCode.get(socParent(soc));
  while (next && line.length < SOC_LEVELS.length) {
    line.unshift(next);
    next = next.parent === null ? undefined : byCode.get(next.parent);
  }
  return line;
}
