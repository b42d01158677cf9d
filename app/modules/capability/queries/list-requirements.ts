import type { TenantContext } from '#db/tenancy';
import { reachOf } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { listRequirementPeriods } from '../data/group-requirements';
import type { RequirementPeriod } from '../domain/requirements/requirement';
import { countStates, type RequirementState } from '../domain/requirements/requirement-state';
import { getRequirementAccess } from './get-requirement-access';
import { type RequirementWithGroups, withStates } from './list-requirement-states';

export interface RequirementList {
  readonly asOf: string;
  readonly today: string;
  readonly seesStates: boolean;
  /** By name; those that hold or are planned, with the period that counts today or begins next. */
  readonly items: readonly RequirementWithGroups[];
  /** Of the groups that the viewer sees, each requirement once for each group, today's only. */
  readonly counts: Readonly<Record<RequirementState, number>>;
}

/**
 * What groups are asked to have, with the state of each group as far as the viewer sees it (method.md 5). A viewer of
 * a subtree is given only what is set on a team of it.
 */
export async function listRequirements(ctx: TenantContext, viewer: Viewer): Promise<RequirementList> {
  const access = await getRequirementAccess(ctx, viewer);
  const { today, asOf, seesStates } = access;
  const byId = Map.groupBy(await listRequirementPeriods(ctx, null), (row) => row.requirementId);
  const shown = [...byId.values()].flatMap((periods) => periodShown(periods, today) ?? []);
  const all = await withStates(ctx, shown, access);
  const everywhere = reachOf(viewer.role, 'requirements:read') === 'all';
  const items = all
    .filter(({ states }) => everywhere || states.length > 0)
    .sort((a, b) =>
      a.name < b.name ? -1 : a.name > b.name ? 1 : a.requirementId < b.requirementId ? -1 : 1,
    );
  const current = items.filter(({ validFrom }) => validFrom <= today);
  const counts = countStates(current.flatMap(({ states }) => states.map(({ state }) => state)));
  return { asOf, today, seesStates, items, counts };
}

/** The period of the day, else the next one that begins; undefined for what is over. */
export function periodShown(
  periods: readonly RequirementPeriod[],
  day: string,
): RequirementPeriod | undefined {
  return periods.find(({ validTo }) => validTo === null || validTo > day);
}
