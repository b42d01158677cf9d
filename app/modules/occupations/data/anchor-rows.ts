import type { Catalogue } from '#db/catalogue';
import { batches } from '~/shared/batches';
import type { AnchorText } from '../domain/occupation-facts';

/** The anchors of an occupation of these kinds, by kind and position. */
export async function listAnchors(
  { tx, tables }: Catalogue,
  soc: string,
  kinds: readonly string[],
): Promise<AnchorText[]> {
  return tx
    .selectFrom(tables.occupationAnchors)
    .select(['kind', 'position', 'text'])
    .where('soc', '=', soc)
    .where('kind', 'in', kinds)
    .orderBy('kind')
    .orderBy('position')
    .execute();
}

interface Replacement {
  readonly soc: string;
  readonly sourceId: string;
  readonly kinds: readonly string[];
  readonly anchors: readonly AnchorText[];
}

/** Replaces all anchors of the occupation that are of these kinds. */
export async function replaceAnchors(
  { tx, tables }: Catalogue,
  { soc, sourceId, kinds, anchors }: Replacement,
): Promise<void> {
  await tx.deleteFrom(tables.occupationAnchors).where('soc', '=', soc).where('kind', 'in', kinds).execute();
  for (const batch of batches(anchors)) {
    const values = batch.map(({ kind, position, text }) => ({ soc, kind, position, text, sourceId }));
    await tx.insertInto(tables.occupationAnchors).values(values).execute();
  }
}
