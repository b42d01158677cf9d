import type { TenantContext } from '#db/tenancy';
import { markPeopleChanged } from '#jobs/mark-changed';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { Conflict, InvalidInput, NotFound } from '~/shared/errors';
import { type CellQuestion, ownCellEvidence } from '../queries/own-cell-evidence';
import type { CheckedFile } from './check-evidence-file';
import { holdRating, holdToRemove, removeEvidence } from './settle-evidence';
import { type NewEvidence, newEvidenceOf, storeEvidence } from './store-evidence';

export type OwnEvidenceWish =
  | { readonly intent: 'add'; readonly evidence: NewEvidence }
  | { readonly intent: 'remove'; readonly evidenceId: string };

/** What a form asks. @throws InvalidInput for one that is none of the page's */
export function ownEvidenceWish({
  fields,
  file,
}: {
  readonly fields: Readonly<Record<string, string>>;
  readonly file: CheckedFile | null;
}): OwnEvidenceWish {
  if (fields['intent'] === 'remove') return { intent: 'remove', evidenceId: fields['evidence'] ?? '' };
  if (fields['intent'] === 'add' && fields['kind'] !== 'text')
    return { intent: 'add', evidence: newEvidenceOf(fields, file) };
  throw new InvalidInput('The form could not be read. Open the page again and send it once more.');
}

type OwnRater = Pick<Viewer, 'id' | 'kind' | 'role' | 'employeeId'>;

/**
 * Adds a link or a file to a cell of the viewer's own rating, or removes what the viewer added. It counts for nothing
 * before the rating is submitted and somebody else accepts it. @throws NotFound, Forbidden for a token, Conflict when the
 * cell is empty or nothing can be rated any more, InvalidInput.
 */
export async function changeOwnEvidence(
  ctx: TenantContext,
  viewer: OwnRater,
  { cell: place, wish }: { readonly cell: CellQuestion; readonly wish: OwnEvidenceWish },
): Promise<void> {
  const page = await ownCellEvidence(ctx, viewer, place);
  const { cell, dimension, employeeId, raterId } = page;
  if (page.hindrance !== null) throw new Conflict(page.hindrance);
  if (cell === null) throw new Conflict('Choose a level first: evidence supports a level.');
  const audited = { subject: { kind: 'employee', id: employeeId } as const };
  if (wish.intent === 'remove') {
    const one = page.evidence.find(({ evidenceId }) => evidenceId === wish.evidenceId);
    if (!one || one.kind === 'text') throw new NotFound('This evidence is not there any more.');
    await holdToRemove(ctx, one.assessmentId, ['draft', 'submitted']);
    await removeEvidence(ctx, one.evidenceId);
    if (one.acceptedBy !== null) await markPeopleChanged(ctx, [employeeId]);
    recordAudit(ctx, {
      ...{ action: 'evidence.remove', ...audited, details: { evidence: one.evidenceId, dimension } },
    });
    return;
  }
  await holdRating(ctx, cell.assessmentId, [cell.state]);
  const { assessmentId } = cell;
  const evidenceId = await storeEvidence(
    ctx,
    {
      ...{ employeeId, assessmentId, dimension, unsure: cell.value === '?' },
      ...{ addedBy: raterId, recordedBy: viewer.id },
    },
    wish.evidence,
  );
  recordAudit(ctx, {
    ...{ action: 'evidence.add', ...audited },
    details: { evidence: evidenceId, dimension, kind: wish.evidence.kind },
  });
}
