import type { TenantContext } from '#db/tenancy';
import { countMainOccupations, type OccupationCount } from '../data/main-occupations';

/** The main occupations of the active people of these teams, most people first. */
export async function listGroupOccupations(
  ctx: TenantContext,
  teamIds: readonly string[],
  day: string,
): Promise<OccupationCount[]> {
  return countMainOccupations(ctx, teamIds, day);
}
