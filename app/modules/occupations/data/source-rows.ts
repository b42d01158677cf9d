import { v7 } from 'uuid';
import type { Catalogue } from '#db/catalogue';
import type { SourceFile } from '../domain/occupation-facts';

/** The id of the source that the same file was imported under the same name before. */
export async function findSourceId(
  { tx, tables }: Catalogue,
  source: SourceFile,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom(tables.sources)
    .select('sourceId')
    .where('checksum', '=', source.checksum)
    .where('kind', '=', source.kind)
    .where('release', '=', source.release)
    .where('fileName', '=', source.fileName)
    .executeTakeFirst();
  return row?.sourceId;
}

/** Adds a source; resolves to its id. */
export async function insertSource({ tx, tables }: Catalogue, source: SourceFile): Promise<string> {
  const sourceId = v7();
  await tx
    .insertInto(tables.sources)
    .values({ sourceId, ...source })
    .execute();
  return sourceId;
}
