import type { Catalogue } from '#db/catalogue';
import { findSourceId, insertSource } from '../data/source-rows';
import type { SourceFile } from '../domain/occupation-facts';

/** Resolves to the id of the file's source row, which is written at the first use only. */
export type SourceId = () => Promise<string>;

/**
 * The source of an import. Its row comes into being with the first row that names it, so that an import which
 * changes nothing leaves no trace; the same file again gets the row that it had.
 */
export function sourceOnce(catalogue: Catalogue, source: SourceFile): SourceId {
  let known: Promise<string> | undefined;
  const record = async () =>
    (await findSourceId(catalogue, source)) ?? (await insertSource(catalogue, source));
  return () => {
    known ??= record();
    return known;
  };
}
