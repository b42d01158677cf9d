import type { Catalogue } from '#db/catalogue';
import { findFacts } from '../data/occupation-rows';

/** The title that the first of these catalogues has for a code; null where none knows it. */
export async function findOccupationTitle(
  catalogues: readonly Catalogue[],
  soc: string,
): Promise<string | null> {
  for (const catalogue of catalogues) {
    const facts = await findFacts(catalogue, soc);
    if (facts) return facts.title;
  }
  return null;
}
