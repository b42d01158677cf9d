import { ownCatalogue, sharedCatalogueFor } from '#db/catalogue';
import type { TenantContext } from '#db/tenancy';
import type { SourceNotice } from '../domain/document';
import type { FrameworkHead } from './framework-heads';

export interface FrameworkSource extends SourceNotice {
  /** Name of the file that it was read from, or of the editor. */
  readonly fileName: string;
  readonly importedAt: Date;
}

/** Where a framework comes from, as its source was recorded. */
export async function findFrameworkSource(
  ctx: TenantContext,
  { sourceId, own }: Pick<FrameworkHead, 'sourceId' | 'own'>,
): Promise<FrameworkSource | undefined> {
  const { tx, tables } = own ? ownCatalogue(ctx) : sharedCatalogueFor(ctx);
  return tx
    .selectFrom(tables.sources)
    .select(['kind', 'name', 'release', 'licence', 'attribution', 'url', 'fileName', 'importedAt'])
    .where('sourceId', '=', sourceId)
    .executeTakeFirst();
}
