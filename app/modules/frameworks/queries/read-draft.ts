import type { TenantContext } from '#db/tenancy';
import { NotFound } from '~/shared/errors';
import { isUuid } from '~/shared/is-uuid';
import { type DraftRow, findDraftRow } from '../data/draft-rows';
import { type DraftContent, draftContentSchema } from '../domain/draft/draft-content';

/** A draft with what it holds. */
export interface Draft extends DraftRow {
  readonly content: DraftContent;
}

/** Whether a word of an address can be the id of a draft or of a framework. */
export function isFrameworkId(word: string): boolean {
  return isUuid(word);
}

/** The draft with this id; undefined where the organization has none. */
export async function findDraft(ctx: TenantContext, id: string): Promise<Draft | undefined> {
  const row = isFrameworkId(id) ? await findDraftRow(ctx, id) : undefined;
  return row && { ...row, content: draftContentSchema.parse(row.content) };
}

/** The draft with this id. Throws NotFound. */
export async function getDraft(ctx: TenantContext, id: string): Promise<Draft> {
  const draft = await findDraft(ctx, id);
  if (!draft) throw new NotFound('There is no such draft. It may have been discarded.');
  return draft;
}
