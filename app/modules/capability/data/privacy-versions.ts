import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import type { Json } from '#db/types.generated';
import type { PrivacyDocuments } from '../domain/privacy/privacy-document';

export interface PrivacyVersionHead {
  readonly version: number;
  readonly contact: string;
  readonly legalGround: string;
  /** Id of a user. */
  readonly publishedBy: string;
  readonly publishedAt: Date;
}

export interface PrivacyVersion extends PrivacyVersionHead {
  readonly documents: PrivacyDocuments;
}

const HEAD = ['version', 'contact', 'legalGround', 'publishedBy', 'publishedAt'] as const;

/** All that was published, the last first, without the documents. */
export async function listPrivacyVersions(ctx: TenantContext): Promise<PrivacyVersionHead[]> {
  return ctx.tx.selectFrom('privacyVersions').select(HEAD).orderBy('version', 'desc').execute();
}

/** One version, the last when none is named. */
export async function findPrivacyVersion(
  ctx: TenantContext,
  version?: number,
): Promise<PrivacyVersion | undefined> {
  const row = await ctx.tx
    .selectFrom('privacyVersions')
    .select([...HEAD, 'documents'])
    .$if(version !== undefined, (query) => query.where('version', '=', version ?? 0))
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row as PrivacyVersion | undefined;
}

/** Keeps a version; false when there is one of this number. */
export async function insertPrivacyVersion(ctx: TenantContext, row: PrivacyVersion): Promise<boolean> {
  const { documents, ...head } = row;
  const inserted = await ctx.tx
    .insertInto('privacyVersions')
    .values({ ...head, documents: sql<Json>`cast(${JSON.stringify(documents)}::text as jsonb)` })
    .onConflict((conflict) => conflict.columns(['organizationId', 'version']).doNothing())
    .returning('version')
    .executeTakeFirst();
  return inserted !== undefined;
}
