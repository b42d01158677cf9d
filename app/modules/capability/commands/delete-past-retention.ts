import type { TenantContext } from '#db/tenancy';
import { markPeopleChanged } from '#jobs/mark-changed';
import { holdImportsOfAssessments } from '~/modules/assessments/commands/forget-rater';
import { removeAssessments } from '~/modules/assessments/commands/remove-assessments';
import { removePastEvidence } from '~/modules/assessments/commands/remove-past-evidence';
import { listPastAssessments } from '~/modules/assessments/queries/list-past-assessments';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { getSettings } from '~/modules/organizations/queries/get-settings';
import { addMonths } from '~/shared/calendar-day';
import { listUncounted } from '../data/counted-assessments';
import { countDirty, lockRefresh } from '../data/dirty-lists';
import { deleteOverviewSnapshotsBefore } from '../data/overview-snapshots';
import { deleteReleasesBefore, hasReleaseBefore } from '../data/past-releases';
import { lockCuts } from '../data/release-cuts';
import { getMethod } from '../queries/get-method';
import { forgetErasedPlaces } from './forget-erased-places';

export interface Deleted {
  readonly releases: number;
  readonly assessments: number;
  readonly observations: number;
  /** Files of evidence that nothing names any more. */
  readonly files: number;
}

/**
 * Deletes what is older than the organization's settings keep it: releases with their people and cuts, but for the last
 * and those of which a figure still stands; and, where that is set, assessments on which no current level rests. Nothing
 * while figures wait to be computed, because it is not known then what counts.
 */
export async function deletePastRetention(ctx: TenantContext): Promise<Deleted> {
  const { retentionMonths, ratingRetentionMonths } = await getSettings(ctx);
  const { today } = await getMethod(ctx);
  const releasesFrom = addMonths(today, -retentionMonths);
  await deleteOverviewSnapshotsBefore(ctx, releasesFrom);
  let releases = 0;
  if (await hasReleaseBefore(ctx, releasesFrom)) {
    await lockRefresh(ctx);
    await lockCuts(ctx);
    releases = await deleteReleasesBefore(ctx, releasesFrom);
    await forgetErasedPlaces(ctx);
  }
  const assessments =
    ratingRetentionMonths === null ? 0 : await deleteUncounted(ctx, addMonths(today, -ratingRetentionMonths));
  const { observations, files } = await removePastEvidence(
    ctx,
    ratingRetentionMonths === null ? null : addMonths(today, -ratingRetentionMonths),
  );
  const deleted = { releases, assessments, observations, files };
  if (releases + assessments + observations + files > 0) {
    const subject = { kind: 'organization', id: ctx.organizationId } as const;
    recordAudit(ctx, { action: 'retention.delete', subject, details: deleted });
  }
  return deleted;
}

async function deleteUncounted(ctx: TenantContext, day: string): Promise<number> {
  await holdImportsOfAssessments(ctx);
  await lockRefresh(ctx);
  if ((await countDirty(ctx)) > 0) return 0;
  let deleted = 0;
  for await (const page of listPastAssessments(ctx, day)) {
    const ids = new Set(await listUncounted(ctx, page));
    await removeAssessments(ctx, [...ids]);
    await markPeopleChanged(
      ctx,
      page.filter((row) => ids.has(row.assessmentId)).map((row) => row.employeeId),
    );
    deleted += ids.size;
  }
  return deleted;
}
