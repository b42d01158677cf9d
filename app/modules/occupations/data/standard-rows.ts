import { sql } from 'kysely';
import type { SystemContext } from '#db/system';
import type { StandardDocument } from '../domain/standards/standard';

/** The id and content hash of a standard in this version. */
export async function findStandard(
  { tx }: SystemContext,
  { urn, version }: { readonly urn: string; readonly version: string },
) {
  return tx
    .selectFrom('standards')
    .select(['standardId', 'contentHash'])
    .where('urn', '=', urn)
    .where('version', '=', version)
    .executeTakeFirst();
}

interface Stored {
  readonly standardId: string;
  readonly contentHash: string;
  readonly sourceId: string;
}

const columnsOf = ({
  statements: _statements,
  glossary: _glossary,
  sections,
  ...columns
}: StandardDocument) => ({
  ...columns,
  suites: sql<string[]>`${columns.suites}::text[]`,
  activities: sql<string[]>`${columns.activities}::text[]`,
  relevantOccupations: sql<string[]>`${columns.relevantOccupations}::text[]`,
  keywords: sql<string[]>`${columns.keywords}::text[]`,
  sections: sql<string>`${JSON.stringify(sections)}::text::jsonb`,
});

/** Adds a standard with its statements and glossary. */
export async function insertStandard(
  ctx: SystemContext,
  document: StandardDocument,
  stored: Stored,
): Promise<void> {
  await ctx.tx
    .insertInto('standards')
    .values({ ...columnsOf(document), ...stored })
    .execute();
  await insertParts(ctx, document, stored.standardId);
}

/** Puts other content in the place of a standard's; its links stay. */
export async function replaceStandard(
  ctx: SystemContext,
  document: StandardDocument,
  { standardId, ...stored }: Stored,
): Promise<void> {
  const { tx } = ctx;
  await tx
    .updateTable('standards')
    .set({ ...columnsOf(document), ...stored, importedAt: ctx.now })
    .where('standardId', '=', standardId)
    .execute();
  await tx.deleteFrom('standardStatements').where('standardId', '=', standardId).execute();
  await tx.deleteFrom('standardTerms').where('standardId', '=', standardId).execute();
  await insertParts(ctx, document, standardId);
}

async function insertParts(
  { tx }: SystemContext,
  { statements, glossary }: StandardDocument,
  standardId: string,
): Promise<void> {
  if (statements.length > 0)
    await tx
      .insertInto('standardStatements')
      .values(statements.map((statement) => ({ ...statement, standardId })))
      .execute();
  if (glossary.length > 0)
    await tx
      .insertInto('standardTerms')
      .values(glossary.map((entry, index) => ({ ...entry, standardId, position: index + 1 })))
      .execute();
}
