import type { TenantContext } from '#db/tenancy';
import {
  type DaySpan,
  listEmploymentChanges,
  listOccupationChanges,
  listPlaceChanges,
  listTargetChanges,
} from '../data/changes-by-date';
import { listHolders } from '../data/employee-occupations';
import { listIncumbentChanges } from '../data/position-incumbents';

export interface ChangesByDate {
  readonly employeeIds: readonly string[];
  readonly teamIds: readonly string[];
}

/**
 * The people and teams for whom something known before begins or ends after one day and up to another: planned starts,
 * moves and leavings, occupations, targets, posts, places in the tree. Of a move both teams.
 */
export async function listChangesByDate(ctx: TenantContext, span: DaySpan): Promise<ChangesByDate> {
  const employments = await listEmploymentChanges(ctx, span);
  const occupations = await listOccupationChanges(ctx, span);
  const targets = await listTargetChanges(ctx, span);
  const holders = targets.length > 0 ? await listHolders(ctx, targets) : [];
  const places = await listPlaceChanges(ctx, span);
  const incumbents = await listIncumbentChanges(ctx, span);
  const employed = employments.map((row) => row.employeeId);
  const teams = [
    ...employments.map((row) => row.teamId),
    ...places.flatMap(({ teamId, parentId }) => [teamId, parentId ?? []].flat()),
  ];
  return {
    employeeIds: [...new Set([...employed, ...occupations, ...holders, ...incumbents])],
    teamIds: [...new Set(teams)],
  };
}
