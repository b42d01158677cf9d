import type { TenantContext } from '#db/tenancy';
import { enqueue } from '#jobs/enqueue';
import { markPeopleChanged } from '#jobs/mark-changed';
import {
  deleteDoubledInDrafts,
  findEvidenceDue,
  listRatedPeopleAfter,
  updateCopiedFrom,
  updateEvidenceDone,
  updateSelfAccepted,
} from '../data/evidence-before-upgrade';

/** People of one transaction: bounds how long their rows are held. */
const BATCH = 200;

/** Where the first batch begins: before every id. */
export const FIRST = '00000000-0000-0000-0000-000000000000';

/** Asks for the look through evidence from before the upgrade, until that is done. */
export async function askToReopenEvidence(ctx: TenantContext): Promise<void> {
  if (await findEvidenceDue(ctx)) await enqueue(ctx, 'reopen-evidence', {});
}

/**
 * Looks through evidence and drafts from before the upgrade, of the next people after an id
 * (docs/decisions/0028-evidence-and-observations.md): what raters accepted themselves waits again, drafts know what they
 * began with and hold nothing twice. Returns the last id, null once all are looked through. May be run again at any point.
 */
export async function reopenEvidence(ctx: TenantContext, after: string): Promise<string | null> {
  const due = await findEvidenceDue(ctx);
  if (!due) return null;
  const people = await listRatedPeopleAfter(ctx, after, BATCH);
  const last = people.at(-1);
  if (last === undefined) {
    await updateEvidenceDone(ctx);
    return null;
  }
  await updateCopiedFrom(ctx, people, due);
  await markPeopleChanged(ctx, await updateSelfAccepted(ctx, people));
  await deleteDoubledInDrafts(ctx, people);
  return last;
}
