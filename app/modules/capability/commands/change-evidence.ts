import { v7 } from 'uuid';
import type { TenantContext } from '#db/tenancy';
import { markPeopleChanged } from '#jobs/mark-changed';
import {
  attachObservation,
  holdRating,
  holdToRemove,
  removeEvidence,
  settleEvidence,
} from '~/modules/assessments/commands/settle-evidence';
import { type NewEvidence, storeEvidence } from '~/modules/assessments/commands/store-evidence';
import { isAdder } from '~/modules/assessments/domain/evidence/evidence-rights';
import { observationInWords } from '~/modules/assessments/domain/observations/observation';
import { findObservationOf } from '~/modules/assessments/queries/list-observations-of-person';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { Conflict, Forbidden, InvalidInput, NotFound } from '~/shared/errors';
import {
  type EvidenceOfRating,
  type EvidenceQuestion,
  getEvidencePage,
  type RatingWithEvidence,
} from '../queries/get-evidence-page';

/** What somebody asks to be done with the evidence of a person. */
export type EvidenceWish =
  | { readonly intent: 'add'; readonly rating: string; readonly evidence: NewEvidence }
  | { readonly intent: 'attach'; readonly rating: string; readonly observationId: string }
  | { readonly intent: 'accept' | 'take-back' | 'remove'; readonly evidenceId: string };

/** The value by which a form names a rating. */
export const ratingName = ({
  assessmentId,
  dimension,
}: Pick<RatingWithEvidence, 'assessmentId' | 'dimension'>): string => `${assessmentId} ${dimension}`;

type Page = Awaited<ReturnType<typeof getEvidencePage>>;

/**
 * Adds, attaches, accepts or removes evidence of a person's ratings. What is accepted strengthens the level, which the
 * refresh that this asks for computes. @throws NotFound for whom the viewer does not read and for what is not there,
 * Forbidden for a token and for what others are to do, Conflict when the rating stands no more, InvalidInput.
 */
export async function changeEvidence(
  ctx: TenantContext,
  question: EvidenceQuestion,
  wish: EvidenceWish,
): Promise<void> {
  const page = await getEvidencePage(ctx, question);
  if (!page.reader.isPerson) throw new Forbidden('A person adds and accepts evidence; a token does not.');
  if (wish.intent === 'add') return add(ctx, page, wish);
  if (wish.intent === 'attach') return attach(ctx, page, wish);
  const one = page.ratings
    .flatMap(({ evidence }) => evidence)
    .find((of) => of.evidenceId === wish.evidenceId);
  if (!one) throw new NotFound('This evidence is not there any more.');
  if (wish.intent === 'remove') return remove(ctx, page, one);
  await holdRating(ctx, one.assessmentId, ['submitted']);
  return settle(ctx, page, { one, accepted: wish.intent === 'accept' });
}

function ratingOf(page: Page, name: string): RatingWithEvidence {
  const rating = page.ratings.find((one) => ratingName(one) === name);
  const detail = 'Choose the rating that it supports.';
  if (!rating) throw new InvalidInput(detail, [{ pointer: 'rating', detail }]);
  return rating;
}

async function add(ctx: TenantContext, page: Page, wish: Extract<EvidenceWish, { intent: 'add' }>) {
  const { assessmentId, dimension } = ratingOf(page, wish.rating);
  await holdRating(ctx, assessmentId, ['submitted']);
  const { userId, employeeId: addedBy } = page.reader;
  const place = { employeeId: page.id, assessmentId, dimension, unsure: false, addedBy, recordedBy: userId };
  const evidenceId = await storeEvidence(ctx, place, wish.evidence);
  record(ctx, page.id, { action: 'evidence.add', evidence: evidenceId, dimension, kind: wish.evidence.kind });
}

/** The observer and whoever entered it both stand as who added it. */
async function attach(ctx: TenantContext, page: Page, wish: Extract<EvidenceWish, { intent: 'attach' }>) {
  const { assessmentId, dimension } = ratingOf(page, wish.rating);
  const observation = await findObservationOf(ctx, page.id, wish.observationId);
  if (observation?.dimension !== dimension) throw new NotFound('There is no such observation.');
  if (page.own) throw new Forbidden('This is about yourself: somebody else attaches it.');
  await holdRating(ctx, assessmentId, ['submitted']);
  const { observationId, observerId, recordedBy } = observation;
  const added = { addedBy: observerId, recordedBy };
  const acceptedBy = isAdder(added, page.reader) ? null : page.reader.userId;
  const evidenceId = v7();
  const isNew = await attachObservation(ctx, {
    ...{ evidenceId, assessmentId, dimension, observationId, kind: 'observation', ...added, acceptedBy },
    ...{ body: observationInWords(observation), url: null, fileId: null, unsure: false },
  });
  if (!isNew) throw new Conflict('This observation supports the rating already.');
  if (acceptedBy !== null) await markPeopleChanged(ctx, [page.id]);
  record(ctx, page.id, { action: 'evidence.add', evidence: evidenceId, dimension, kind: 'observation' });
}

async function remove(ctx: TenantContext, page: Page, one: EvidenceOfRating): Promise<void> {
  if (!one.mayRemove) throw new Forbidden('Whoever added it, or who runs cycles, removes evidence.');
  await holdToRemove(ctx, one.assessmentId, ['submitted']);
  await removeEvidence(ctx, one.evidenceId);
  if (one.acceptedBy !== null) await markPeopleChanged(ctx, [page.id]);
  record(ctx, page.id, { action: 'evidence.remove', evidence: one.evidenceId, dimension: one.dimension });
}

async function settle(
  ctx: TenantContext,
  page: Page,
  { one, accepted }: { readonly one: EvidenceOfRating; readonly accepted: boolean },
): Promise<void> {
  if (!one.mayAccept)
    throw new Forbidden('Evidence is accepted by somebody else than the person and than whoever added it.');
  if ((one.acceptedBy !== null) === accepted) return;
  await settleEvidence(ctx, one.evidenceId, accepted ? page.reader.userId : null);
  await markPeopleChanged(ctx, [page.id]);
  const { evidenceId: evidence, dimension } = one;
  record(ctx, page.id, { action: 'evidence.accept', evidence, dimension, accepted });
}

interface Entry {
  readonly action: 'evidence.add' | 'evidence.accept' | 'evidence.remove';
  readonly evidence: string;
  readonly dimension: string;
  readonly kind?: string;
  readonly accepted?: boolean;
}

function record(ctx: TenantContext, employeeId: string, { action, ...details }: Entry): void {
  recordAudit(ctx, { action, subject: { kind: 'employee', id: employeeId }, details });
}
