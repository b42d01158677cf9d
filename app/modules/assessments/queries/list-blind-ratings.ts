import type { TenantContext } from '#db/tenancy';
import { reachOf } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { organizationDay } from '~/modules/organizations/queries/organization-day';
import { listManagersAbove } from '~/modules/people/queries/list-managers-above';
import { type BlindSide, hasOpenBlindCycle, listBeneath, listBlindSides } from '../data/blind-ratings';

type Reader = Pick<Viewer, 'kind' | 'role' | 'employeeId'>;

/** A submitted assessment that a viewer does not read yet. */
export type BlindRating = BlindSide;

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
  const readerId = viewer.employeeId;
  if (readerId === null) return [];
  const today = await organizationDay(ctx);
  const sides = await listBlindSides(ctx, { employeeIds, readerId, today });
  const others = [...new Set(sides.flatMap(({ employeeId }) => (employeeId === readerId ? [] : employeeId)))];
  const beneath = await beneathReader(ctx, others, { readerId, today });
  return sides.filter(({ employeeId }) => employeeId === readerId || beneath.has(employeeId));
}

/** More than so many people are looked up from the reader downwards, which reads each line of managers once. */
const MANY = 200;

/** Those of these people whom the reader is above. */
async function beneathReader(
  ctx: TenantContext,
  employeeIds: readonly string[],
  { readerId, today }: { readonly readerId: string; readonly today: string },
): Promise<ReadonlySet<string>> {
  if (employeeIds.length === 0) return new Set();
  if (employeeIds.length > MANY) return new Set(await listBeneath(ctx, readerId, today));
  const above = await listManagersAbove(ctx, employeeIds, today);
  return new Set(employeeIds.filter((employeeId) => above.get(employeeId)?.has(readerId)));
}

/** As listBlindRatingsOf, of one person. */
export async function listBlindRatings(
  ctx: TenantContext,
  viewer: Reader,
  employeeId: string,
): Promise<ReadonlySet<string>> {
  return listBlindRatingsOf(ctx, viewer, [employeeId]);
}
