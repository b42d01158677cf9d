import type { TenantContext } from '#db/tenancy';
import { type FieldError, InvalidInput } from '~/shared/errors';
import { lockPeopleImport } from '../data/import-lock';
import { listTargetProfiles } from '../data/target-profiles';
import {
  type TargetFacts,
  type TargetKey,
  type TargetPlan,
  targetKey,
  targetsOn,
} from '../domain/plan-targets';
import { newlyWritten } from '../domain/unwritten-profiles';
import { changeTargets } from './change-targets';

/** What is said of one dimension; what is left out stays as it is, or is 1 and not critical where it is new. */
export interface TargetPatchItem extends TargetKey {
  readonly level: TargetFacts['level'] | null;
  readonly weight?: TargetFacts['weight'] | undefined;
  readonly critical?: boolean | undefined;
}

interface PatchedTargets extends TargetPlan {
  /** Profiles that had default targets until now, each at its first item. */
  readonly warnings: readonly FieldError[];
}

/**
 * Changes targets from a day on, all or none. Throws InvalidInput with the place (`/items/3`) of each item that says
 * something else of a dimension that another item names already.
 */
export async function patchTargets(
  ctx: TenantContext,
  items: readonly TargetPatchItem[],
  from: string,
): Promise<PatchedTargets> {
  refuseRepeated(items);
  await lockPeopleImport(ctx);
  const known = await listTargetProfiles(ctx, [...new Set(items.map(({ soc }) => soc))]);
  const standing = new Map(targetsOn(known, from).map((row) => [targetKey(row), row]));
  const settings = items.map(({ soc, roleBand, dimension, level, weight, critical }) => {
    const key = { soc, roleBand, dimension };
    const before = standing.get(targetKey(key));
    if (level === null) return { ...key, facts: null };
    const facts = {
      level,
      weight: weight ?? before?.weight ?? 1,
      critical: critical ?? before?.critical ?? false,
    };
    return { ...key, facts };
  });
  const warnings = newlyWritten(known, settings, from).map(({ index, detail }) => ({
    pointer: `/items/${index}`,
    detail,
  }));
  return { ...(await changeTargets(ctx, { settings, from })), warnings };
}

function refuseRepeated(items: readonly TargetPatchItem[]): void {
  const first = new Map<string, number>();
  const faults: FieldError[] = [];
  for (const [index, item] of items.entries()) {
    const key = targetKey(item);
    const before = first.get(key);
    if (before === undefined) first.set(key, index);
    else faults.push({ pointer: `/items/${index}`, detail: `is about the same target as /items/${before}` });
  }
  if (faults.length > 0) throw new InvalidInput('The body is not right.', faults);
}
