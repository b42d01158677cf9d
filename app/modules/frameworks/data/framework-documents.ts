import { sql } from 'kysely';
import { ownCatalogue, sharedCatalogueFor } from '#db/catalogue';
import type { TenantContext } from '#db/tenancy';
import type { FrameworkHead } from './framework-heads';

/** The document that is kept with a framework, as it came; null where there is none. */
export async function findDocument(
  ctx: TenantContext,
  { frameworkId, own }: Pick<FrameworkHead, 'frameworkId' | 'own'>,
): Promise<unknown> {
  const { tx, tables } = own ? ownCatalogue(ctx) : sharedCatalogueFor(ctx);
  const row = await tx
    .selectFrom(tables.frameworks)
    .select(sql<unknown>`document`.as('document'))
    .where('frameworkId', '=', frameworkId)
    .executeTakeFirst();
  return row?.document ?? null;
}
