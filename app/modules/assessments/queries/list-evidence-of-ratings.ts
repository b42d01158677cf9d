import type { TenantContext } from '#db/tenancy';
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import { listEvidence } from '../data/evidence';

/** What was said with the levels of these assessments in one dimension. Whether the reader may see it is the caller's. */
export async function listEvidenceOfRatings(
  ctx: TenantContext,
  assessmentIds: readonly string[],
  dimension: Dimension,
): Promise<{ readonly assessmentId: string; readonly text: string; readonly accepted: boolean }[]> {
  const all = await listEvidence(ctx, assessmentIds);
  return all
    .filter((one) => one.dimension === dimension && !one.unsure)
    .map(({ assessmentId, body, acceptedBy }) => ({
      assessmentId,
      text: body,
      accepted: acceptedBy !== null,
    }));
}
