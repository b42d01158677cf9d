import type { Catalogue } from '#db/catalogue';
import { batches } from '~/shared/batches';
import type { Dimension } from '../domain/dimension';
import type { Citation, FrameworkLevel, SplitState, Statement } from '../domain/document';
import type { IdentifiedStatement } from '../domain/identify-statements';

/** The levels of a framework by rank. */
export async function listLevels({ tx, tables }: Catalogue, frameworkId: string): Promise<FrameworkLevel[]> {
  return tx
    .selectFrom(tables.frameworkLevels)
    .select(['rank', 'key', 'label', 'caption'])
    .where('frameworkId', '=', frameworkId)
    .orderBy('rank')
    .execute();
}

/** Writes the levels of a framework that has none. */
export async function insertLevels(
  { tx, tables }: Catalogue,
  frameworkId: string,
  levels: readonly FrameworkLevel[],
): Promise<void> {
  await tx
    .insertInto(tables.frameworkLevels)
    .values(levels.map(({ rank, key, label, caption }) => ({ frameworkId, rank, key, label, caption })))
    .execute();
}

/** Gives captions to levels. */
export async function updateCaptions(
  { tx, tables }: Catalogue,
  frameworkId: string,
  levels: readonly FrameworkLevel[],
): Promise<void> {
  for (const { rank, caption } of levels) {
    await tx
      .updateTable(tables.frameworkLevels)
      .set({ caption })
      .where('frameworkId', '=', frameworkId)
      .where('rank', '=', rank)
      .execute();
  }
}

/** The statements of a framework with their citations, by level, domain and position. */
export async function listStatements({ tx, tables }: Catalogue, frameworkId: string): Promise<Statement[]> {
  const rows = await tx
    .selectFrom(tables.frameworkStatements)
    .select(['statementId', 'rank', 'dimension', 'position', 'label', 'behaviour', 'split'])
    .where('frameworkId', '=', frameworkId)
    .orderBy('rank')
    .orderBy('dimension')
    .orderBy('position')
    .execute();
  const cited = await tx
    .selectFrom(tables.statementCitations)
    .select(['statementId', 'sourceKey as source', 'title'])
    .where('frameworkId', '=', frameworkId)
    .orderBy('position')
    .execute();
  const citations = new Map<string, Citation[]>();
  for (const { statementId, source, title } of cited) {
    const known = citations.get(statementId);
    if (known) known.push({ source, title });
    else citations.set(statementId, [{ source, title }]);
  }
  return rows.map(({ statementId, dimension, split, ...row }) => ({
    ...row,
    dimension: dimension as Dimension | null,
    split: split as SplitState,
    citations: citations.get(statementId) ?? [],
  }));
}

/** Writes the statements of a framework, with their citations, in place of those that it has. */
export async function replaceStatements(
  { tx, tables }: Catalogue,
  frameworkId: string,
  statements: readonly IdentifiedStatement[],
): Promise<void> {
  await tx.deleteFrom(tables.frameworkStatements).where('frameworkId', '=', frameworkId).execute();
  const rows = statements.map(({ identity, citations, ...statement }) => ({
    ...statement,
    frameworkId,
    statementId: identity,
  }));
  for (const batch of batches(rows)) await tx.insertInto(tables.frameworkStatements).values(batch).execute();
  const cited = statements.flatMap(({ identity, citations }) =>
    citations.map(({ source, title }, index) => ({
      frameworkId,
      statementId: identity,
      position: index + 1,
      sourceKey: source,
      title,
    })),
  );
  for (const batch of batches(cited)) await tx.insertInto(tables.statementCitations).values(batch).execute();
}
