import type { TenantContext } from '#db/tenancy';
import { isOnetSoc } from '~/modules/occupations/domain/soc-code';
import { NotFound } from '~/shared/errors';
import { findDocument } from '../data/framework-documents';
import { listFrameworkHeads } from '../data/framework-heads';
import { preferredFramework } from './prefer-framework';

/**
 * The LER document of an occupation, deep-equal to the one that was imported: that of the framework that counts, or
 * of the next one that has a document. Throws NotFound when no LER export of the occupation was imported.
 */
export async function exportLer(ctx: TenantContext, soc: string): Promise<unknown> {
  const socs = isOnetSoc(soc) ? [soc] : [];
  const heads = await listFrameworkHeads(ctx, { socs, instrument: 'mastery' });
  const head = preferredFramework(heads.filter(({ hasDocument }) => hasDocument));
  const document = head ? await findDocument(ctx, head) : null;
  if (document === null) throw new NotFound('No LER export of this occupation was imported.');
  return document;
}
