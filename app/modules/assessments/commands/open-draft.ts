import { v7 } from 'uuid';
import type { TenantContext } from '#db/tenancy';
import {
  type DraftKey,
  insertDraft,
  listOwnAssessments,
  lockDraft,
  type OwnAssessment,
} from '../data/draft-assessments';
import { insertCopiedContents } from '../data/draft-cells';
import { lockRating } from '../data/evidence-items';

/**
 * The draft of a key, held until the transaction ends. A new one begins with what was submitted under the same key: it
 * is then a correction.
 */
export async function openDraft(ctx: TenantContext, key: DraftKey, today: string): Promise<string> {
  const known = await lockDraft(ctx, key);
  if (known) return known;
  const added = await insertDraft(ctx, { ...key, assessmentId: v7(), assessedOn: today });
  if (added === null) return openDraft(ctx, key, today);
  const before = await heldBefore(ctx, key, today);
  if (before) await insertCopiedContents(ctx, before.assessmentId, added);
  return added;
}

/** What a submission would replace, held while it is copied: nothing is removed from it or put in its place meanwhile. */
async function heldBefore(
  ctx: TenantContext,
  key: DraftKey,
  today: string,
): Promise<OwnAssessment | undefined> {
  const before = await submittedBefore(ctx, key, today);
  if (!before) return undefined;
  const { assessmentId } = before;
  const stands = await lockRating(ctx, { assessmentId, states: ['submitted'], alone: false });
  return stands ? before : heldBefore(ctx, key, today);
}

/** What a submission of this draft takes the place of: of the cycle, or of today outside one. */
export async function submittedBefore(
  ctx: TenantContext,
  { raterId, employeeId, cycleId, raterKind, soc }: DraftKey,
  today: string,
): Promise<OwnAssessment | undefined> {
  const own = await listOwnAssessments(ctx, { raterId, employeeIds: [employeeId], cycleId });
  return own.find(
    (one) =>
      one.state === 'submitted' &&
      one.raterKind === raterKind &&
      one.soc === soc &&
      (cycleId !== null || one.assessedOn === today),
  );
}
