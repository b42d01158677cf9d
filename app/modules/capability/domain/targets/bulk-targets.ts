import type { Dimension } from '~/modules/frameworks/domain/dimension';
import type { TargetFacts, TargetSetting } from '~/modules/people/domain/plan-targets';
import type { RoleBand } from '~/modules/people/domain/role-band';
import type { TargetLevel, TargetWeight } from '~/modules/people/domain/target-row';
import { type AskedTargets, settingsOf } from './target-profile-view';

/** What one change says of many profiles; undefined: leave it as it is. */
export interface BulkChange {
  readonly dimensions: readonly Dimension[];
  /** null: the dimension is not asked any more. */
  readonly level?: TargetLevel | null;
  readonly weight?: TargetWeight;
  readonly critical?: boolean;
}

export interface BulkProfile {
  readonly soc: string;
  readonly roleBand: RoleBand;
  /** null: not written, the default holds. */
  readonly written: AskedTargets | null;
  readonly byDefault: AskedTargets;
}

/**
 * What each profile asks after the change, in every dimension. A profile that is not written becomes so, beginning with
 * its defaults. A weight or a critical mark alone asks nothing of a dimension that is not asked.
 */
export function bulkSettings(profiles: readonly BulkProfile[], change: BulkChange): TargetSetting[] {
  return profiles.flatMap((profile) => {
    const base = profile.written ?? profile.byDefault;
    const next: Partial<Record<Dimension, TargetFacts | undefined>> = { ...base };
    for (const dimension of change.dimensions) {
      const facts = changed(base[dimension], change);
      if (facts) next[dimension] = facts;
      else delete next[dimension];
    }
    const untouched = profile.written === null && isSame(base, next);
    return settingsOf(profile, untouched ? {} : next);
  });
}

function changed(before: TargetFacts | undefined, change: BulkChange): TargetFacts | undefined {
  if (change.level === null) return undefined;
  const level = change.level ?? before?.level;
  if (level === undefined) return undefined;
  return {
    level,
    weight: change.weight ?? before?.weight ?? 1,
    critical: change.critical ?? before?.critical ?? false,
  };
}

function isSame(a: AskedTargets, b: AskedTargets): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<Dimension>;
  return [...keys].every((key) => JSON.stringify(a[key]) === JSON.stringify(b[key]));
}
