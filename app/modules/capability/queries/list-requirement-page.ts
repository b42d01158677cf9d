import type { TenantContext } from '#db/tenancy';
import { reachOf } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { listRequirementPeriods } from '../data/group-requirements';
import { type RequirementPeriod, teamsOfRequirement } from '../domain/requirements/requirement';
import { getRequirementAccess } from './get-requirement-access';
import { periodShown } from './list-requirements';

export interface RequirementPage {
  /** By id: the period that counts today, or begins next. */
  readonly items: readonly RequirementPeriod[];
  /** Cursor of the next page; null at the end. */
  readonly next: string | null;
}

interface Question {
  readonly viewer: Viewer;
  readonly limit: number;
  /** The last id of the page before; null: the first page. */
  readonly cursor: string | null;
}

/** A page of the requirements that a viewer is given, without states: those of a subtree only what is set on it. */
export async function listRequirementPage(
  ctx: TenantContext,
  { viewer, limit, cursor }: Question,
): Promise<RequirementPage> {
  const { today, tree, liveTeams } = await getRequirementAccess(ctx, viewer);
  const everywhere = reachOf(viewer.role, 'requirements:read') === 'all';
  const met = ({ groups }: RequirementPeriod) =>
    everywhere || teamsOfRequirement(groups, tree).some(({ teamId }) => liveTeams.has(teamId));
  const byId = Map.groupBy(await listRequirementPeriods(ctx, null), (row) => row.requirementId);
  const found = [...byId.values()]
    .flatMap((periods) => periodShown(periods, today) ?? [])
    .filter((period) => (cursor === null || period.requirementId > cursor) && met(period))
    .sort((a, b) => (a.requirementId < b.requirementId ? -1 : 1));
  const items = found.slice(0, limit);
  return { items, next: found.length > limit ? (items.at(-1)?.requirementId ?? null) : null };
}
