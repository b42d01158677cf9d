import type { TenantContext } from '#db/tenancy';
import { Conflict, InvalidInput } from '~/shared/errors';
import { updateDraftRow } from '../data/draft-rows';
import { changeContent } from '../domain/draft/change-draft';
import { changeFaults } from '../domain/draft/check-change';
import type { DraftChange } from '../domain/draft/draft-change';
import { type Draft, getDraft } from '../queries/read-draft';
import { checkVersionFree } from './check-version-free';
import { draftConflict } from './draft-conflict';

export interface DraftEdit {
  readonly draftId: string;
  /** The revision that the person saw. */
  readonly revision: number;
  readonly change: DraftChange;
}

function checkChange({ content, instrument }: Draft, change: DraftChange): void {
  if ('id' in change && !content.statements.some(({ id }) => id === change.id))
    throw new InvalidInput('The statement is not in the draft any more.');
  const faults = changeFaults(change, { instrument, content });
  if (faults.length === 0) return;
  const errors = faults.map(({ field, detail }) => ({ pointer: field, detail }));
  throw new InvalidInput('Not saved yet: some of it is not right.', errors);
}

/**
 * Makes one change of a draft, if nobody changed it since the revision that the person saw.
 * @throws NotFound; Conflict with what was changed since; InvalidInput by field. Nothing is written then.
 */
export async function editDraft(ctx: TenantContext, { draftId, revision, change }: DraftEdit): Promise<void> {
  const draft = await getDraft(ctx, draftId);
  if (draft.revision !== revision || draft.publishedAs !== null) throw draftConflict(draft, revision);
  checkChange(draft, change);
  const version = change.kind === 'details' ? change.version : draft.version;
  if (version !== draft.version) await checkVersionFree(ctx, { ...draft, version }, draftId);
  const content = changeContent(draft.content, change, revision + 1);
  const statements = content.statements.length;
  const done = await updateDraftRow(ctx, { draftId, revision, version, statements, content });
  if (!done)
    throw new Conflict(
      'Somebody else changed this draft at the same moment. Nothing of yours was saved yet.',
    );
}
