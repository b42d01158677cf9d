import { compareVersions } from './compare-versions';

interface Choice {
  readonly own: boolean;
  readonly version: string;
}

/** Order of preference: the organization's own before shared ones, then the newest version. */
export function byPreference(first: Choice, second: Choice): number {
  if (first.own !== second.own) return first.own ? -1 : 1;
  return compareVersions(second.version, first.version);
}

/** The framework that counts where no version is asked for; undefined when there is none. */
export function preferredFramework<T extends Choice>(frameworks: readonly T[]): T | undefined {
  return [...frameworks].sort(byPreference)[0];
}
