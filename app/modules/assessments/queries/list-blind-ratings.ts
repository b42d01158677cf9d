import type { TenantContext } from '#db/tenancy';
import { organizationDay } from '~/modules/occupations/queries/organization-day';
import { reachOf } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { listManagersAbove } from '~/modules/people/queries/list-managers-above';
import { type BlindSide, hasOpenBlindCycle, listBlindSides } from '../data/blind-ratings';

type Reader = Pick<Viewer, 'kind' | 'role' | 'employeeId'>;

/** A submitted assessment that a viewer does not read yet. */
export type BlindRating = Pick<BlindSide, 'assessmentId' | 'employeeId'>;

/** Whether there can be ratings that the viewer does not read yet: not for who reads every profile. */
function meetsBlindRatings({ kind, role, employeeId }: Reader): boolean {
  return kind === 'user' && employeeId !== null && reachOf(role, 'profiles:read') !== 'all';
}

/** The same, with a look at whether a blind cycle is open: before many people are asked for. */
export async function mayMeetBlindRatings(ctx: TenantContext, viewer: Reader): Promise<boolean> {
  return meetsBlindRatings(viewer) && (await hasOpenBlindCycle(ctx));
}

/** Ids of what listBlindRatingsAbout finds. */
export async function listBlindRatingsOf(
  ctx: TenantContext,
  viewer: Reader,
  employeeIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const ratings = await listBlindRatingsAbout(ctx, viewer, employeeIds);
  return new Set(ratings.map(({ assessmentId }) => assessmentId));
}

/**
 * The submitted assessments of these people that the viewer does not read yet: in an open blind cycle a person reads no
 * manager's, and whoever is above reads not the person's own, until both are in or the cycle is over. HR partners read
 * both.
 */
export async function listBlindRatingsAbout(
  ctx: TenantContext,
  viewer: Reader,
  employeeIds: readonly string[],
): Promise<readonly BlindRating[]> {
  if (!meetsBlindRatings(viewer)) return [];
  const viewerId = viewer.employeeId;
  const today = await organizationDay(ctx);
  const sides = await listBlindSides(ctx, employeeIds, today);
  if (sides.length === 0 || viewerId === null) return [];
  const above = await listManagersAbove(ctx, [...new Set(sides.map((one) => one.employeeId))], today);
  const keyOf = (one: Pick<BlindSide, 'employeeId' | 'cycleId'>, side: string) =>
    `${one.employeeId} ${one.cycleId} ${side}`;
  const submitted = new Set(
    sides.filter(({ state }) => state === 'submitted').map((one) => keyOf(one, one.raterKind)),
  );
  const hides = (one: BlindSide): boolean => {
    if (one.raterId === viewerId) return false;
    const hidden =
      one.employeeId === viewerId ? 'manager' : above.get(one.employeeId)?.has(viewerId) ? 'self' : null;
    if (one.raterKind !== hidden) return false;
    return !(submitted.has(keyOf(one, 'self')) && submitted.has(keyOf(one, 'manager')));
  };
  return sides.filter(hides);
}

/** As listBlindRatingsOf, of one person. */
export async function listBlindRatings(
  ctx: TenantContext,
  viewer: Reader,
  employeeId: string,
): Promise<ReadonlySet<string>> {
  return listBlindRatingsOf(ctx, viewer, [employeeId]);
}
