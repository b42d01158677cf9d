import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { Catalogue } from '#db/catalogue';
import type { Json } from '#db/types.generated';
import type { Instrument } from '../domain/dimension';
import type { FrameworkContent } from '../domain/document';
import { listLevels, listStatements } from './statement-rows';

export interface FrameworkKey {
  /** O*NET-SOC code. */
  readonly soc: string;
  readonly instrument: Instrument;
  readonly version: string;
}

export interface StoredFramework {
  readonly frameworkId: string;
  readonly content: FrameworkContent;
  /** Kind of the source that it is shown from. */
  readonly sourceKind: string;
}

/** The framework of this key with its statements. */
export async function findFramework(
  catalogue: Catalogue,
  key: FrameworkKey,
): Promise<StoredFramework | undefined> {
  const { soc, instrument, version } = key;
  const row = await catalogue.tx
    .selectFrom(`${catalogue.tables.frameworks} as f` as const)
    .innerJoin(`${catalogue.tables.sources} as s` as const, 's.sourceId', 'f.sourceId')
    .select(['f.frameworkId', 'f.contextCovered', 's.kind as sourceKind'])
    .where('f.soc', '=', soc)
    .where('f.instrument', '=', instrument)
    .where('f.version', '=', version)
    .executeTakeFirst();
  if (!row) return undefined;
  const { frameworkId, contextCovered, sourceKind } = row;
  const levels = await listLevels(catalogue, frameworkId);
  const statements = await listStatements(catalogue, frameworkId);
  return {
    frameworkId,
    sourceKind,
    content: { instrument, version, contextCovered, levels, statements },
  };
}

/** What stands in a framework's own row. */
export interface FrameworkRow {
  readonly contextCovered: string;
  readonly contentHash: string;
  readonly sourceId: string;
  /** Null where the source has no document to give back. */
  readonly document: unknown;
}

/** The document as jsonb; given as text, so that nothing of it is read as a parameter of another type. */
function asJsonb(document: unknown) {
  if (document === null || document === undefined) return null;
  return sql<Json>`cast(${JSON.stringify(document)}::text as jsonb)`;
}

/** Whether exactly this document, whatever the order of its keys, is kept with the framework. */
export async function hasDocument(
  { tx, tables }: Catalogue,
  frameworkId: string,
  document: unknown,
): Promise<boolean> {
  const row = await tx
    .selectFrom(tables.frameworks)
    .select('frameworkId')
    .where('frameworkId', '=', frameworkId)
    .where(sql<boolean>`document is not distinct from ${asJsonb(document)}`)
    .executeTakeFirst();
  return row !== undefined;
}

/** Adds the row of a framework; resolves to its id. */
export async function insertFramework(
  { tx, tables }: Catalogue,
  { soc, instrument, version }: FrameworkKey,
  { document, ...row }: FrameworkRow,
): Promise<string> {
  const frameworkId = v7();
  await tx
    .insertInto(tables.frameworks)
    .values({ frameworkId, soc, instrument, version, ...row, document: asJsonb(document) })
    .execute();
  return frameworkId;
}

/** Names the source that a framework is shown from; a document that is kept stays where the source has none. */
export async function updateFramework(
  { tx, tables }: Catalogue,
  frameworkId: string,
  { document, contextCovered, sourceId }: Omit<FrameworkRow, 'contentHash'>,
): Promise<void> {
  const kept = asJsonb(document);
  await tx
    .updateTable(tables.frameworks)
    .set({ contextCovered, sourceId, ...(kept ? { document: kept } : {}) })
    .where('frameworkId', '=', frameworkId)
    .execute();
}
