import type { TenantContext } from '#db/tenancy';
import { Conflict } from '~/shared/errors';
import { lockAssessmentsShared } from '../data/draft-assessments';
import { deleteUnusedFiles } from '../data/evidence-files';
import {
  deleteEvidenceItem,
  insertEvidenceItem,
  lockRating,
  updateToAccepted,
  updateToNotAccepted,
} from '../data/evidence-items';

/**
 * Holds the rating that evidence is about to support: imports and submissions that would give it another version wait
 * until this transaction ends. @throws Conflict when it stands no more.
 */
export async function holdRating(
  ctx: TenantContext,
  assessmentId: string,
  states: readonly ('draft' | 'submitted')[],
): Promise<void> {
  await hold(ctx, { assessmentId, states, alone: false });
}

/** As holdRating, for what is to be removed: no draft copies it meanwhile either. */
export async function holdToRemove(
  ctx: TenantContext,
  assessmentId: string,
  states: readonly ('draft' | 'submitted')[],
): Promise<void> {
  await hold(ctx, { assessmentId, states, alone: true });
}

async function hold(ctx: TenantContext, rating: Parameters<typeof lockRating>[1]): Promise<void> {
  await lockAssessmentsShared(ctx);
  if (!(await lockRating(ctx, rating)))
    throw new Conflict('This rating stands no more. Open the page again.');
}

/** Accepts evidence, or takes that back in every version of the rating; whether one may is the caller's. */
export async function settleEvidence(
  ctx: TenantContext,
  evidenceId: string,
  acceptedBy: string | null,
): Promise<void> {
  if (acceptedBy === null) await updateToNotAccepted(ctx, evidenceId);
  else await updateToAccepted(ctx, evidenceId, acceptedBy);
}

/** Removes evidence with its file from every version of the rating and from a draft: it is kept nowhere. */
export async function removeEvidence(ctx: TenantContext, evidenceId: string): Promise<void> {
  await deleteEvidenceItem(ctx, evidenceId);
  await deleteUnusedFiles(ctx);
}

/** Adds what was observed to a rating; false where it supports it already. */
export async function attachObservation(
  ctx: TenantContext,
  row: Parameters<typeof insertEvidenceItem>[1],
): Promise<boolean> {
  return insertEvidenceItem(ctx, row);
}
