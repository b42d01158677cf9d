import type { TenantContext } from '#db/tenancy';
import { organizationDay } from '~/modules/occupations/queries/organization-day';
import { reachOf } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { listManagersAbove } from '~/modules/people/queries/list-managers-above';
import { listBlindCycleIds, listSidesOf } from '../data/blind-ratings';

type Reader = Pick<Viewer, 'kind' | 'role' | 'employeeId'>;

/**
 * Ids of the submitted assessments of a person that the viewer does not read yet: in an open blind cycle the person
 * reads no manager's, and whoever is above reads not the person's own, until both are in or the cycle is over. HR
 * partners read both.
 */
export async function listBlindRatings(
  ctx: TenantContext,
  viewer: Reader,
  employeeId: string,
): Promise<ReadonlySet<string>> {
  const hidden = await hiddenSide(ctx, viewer, employeeId);
  if (hidden === null) return new Set();
  const cycles = await listBlindCycleIds(ctx, employeeId, await organizationDay(ctx));
  if (cycles.length === 0) return new Set();
  const sides = await listSidesOf(ctx, employeeId, cycles);
  const isIn = (cycleId: string, kind: string) =>
    sides.some((one) => one.cycleId === cycleId && one.raterKind === kind && one.state === 'submitted');
  return new Set(
    sides
      .filter(({ raterKind, cycleId, raterId }) => {
        if (raterKind !== hidden || raterId === viewer.employeeId) return false;
        return !(isIn(cycleId, 'self') && isIn(cycleId, 'manager'));
      })
      .map(({ assessmentId }) => assessmentId),
  );
}

async function hiddenSide(
  ctx: TenantContext,
  { kind, role, employeeId: viewerId }: Reader,
  employeeId: string,
): Promise<'self' | 'manager' | null> {
  if (kind !== 'user' || viewerId === null || reachOf(role, 'profiles:read') === 'all') return null;
  if (viewerId === employeeId) return 'manager';
  const above = await listManagersAbove(ctx, [employeeId], await organizationDay(ctx));
  return above.get(employeeId)?.has(viewerId) ? 'self' : null;
}
