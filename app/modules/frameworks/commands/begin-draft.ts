import { v7 } from 'uuid';
import { ownCatalogue, sharedCatalogueFor } from '#db/catalogue';
import type { TenantContext } from '#db/tenancy';
import { isOnetSoc } from '~/modules/occupations/domain/soc-code';
import { findOccupationTitle } from '~/modules/occupations/queries/find-occupation-title';
import { type FieldError, InvalidInput } from '~/shared/errors';
import { insertDraftRow } from '../data/draft-rows';
import { listFrameworkHeads } from '../data/framework-heads';
import { type FrameworkKey, findFramework } from '../data/framework-rows';
import { findFrameworkSource } from '../data/framework-sources';
import type { DraftContent } from '../domain/draft/draft-content';
import { copyDraft, emptyDraft } from '../domain/draft/start-draft';
import { MAX_NAME_CHARS } from '../domain/framework-limits';
import { textFault } from '../domain/text-fault';
import { withConfirmedSplits } from '../queries/with-confirmed-splits';
import { checkVersionFree } from './check-version-free';

export interface DraftBeginning extends FrameworkKey {
  /** Id of the framework to copy, shared or own; null: from scratch. */
  readonly copyOf: string | null;
}

function refuse(...errors: FieldError[]): InvalidInput {
  return new InvalidInput('The draft was not begun.', errors);
}

async function contentOf(ctx: TenantContext, beginning: DraftBeginning): Promise<DraftContent> {
  const { soc, instrument, copyOf } = beginning;
  if (copyOf === null) return emptyDraft(instrument);
  const heads = await listFrameworkHeads(ctx, { socs: [soc], instrument });
  const head = heads.find(({ frameworkId }) => frameworkId === copyOf);
  const source = head && (await findFrameworkSource(ctx, head));
  const catalogue = head?.own ? ownCatalogue(ctx) : sharedCatalogueFor(ctx);
  const found = head && (await findFramework(catalogue, head));
  if (!found || !source)
    throw refuse({ pointer: 'copyOf', detail: 'There is no such framework of this occupation.' });
  return copyDraft(await withConfirmedSplits(ctx, soc, found.content), source);
}

/**
 * Begins a draft of an own framework, empty or as a copy; resolves to its id.
 * @throws InvalidInput that points at soc, version or copyOf.
 */
export async function beginDraft(ctx: TenantContext, beginning: DraftBeginning): Promise<string> {
  const { soc, instrument } = beginning;
  const version = beginning.version.trim();
  const fault = textFault(version, MAX_NAME_CHARS);
  if (fault) throw refuse({ pointer: 'version', detail: fault });
  const catalogues = [ownCatalogue(ctx), sharedCatalogueFor(ctx)];
  const title = isOnetSoc(soc) ? await findOccupationTitle(catalogues, soc) : null;
  if (title === null)
    throw refuse({ pointer: 'soc', detail: 'The catalogue has no occupation with this code.' });
  await checkVersionFree(ctx, { soc, instrument, version }, null);
  const content = await contentOf(ctx, beginning);
  const draftId = v7();
  const statements = content.statements.length;
  await insertDraftRow(ctx, { draftId, soc, title, instrument, version, statements, content });
  return draftId;
}
