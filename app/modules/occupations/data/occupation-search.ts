import { sql } from 'kysely';
import { type Catalogue, OWN_TABLES, ownCatalogue, sharedCatalogueFor } from '#db/catalogue';
import type { TenantContext } from '#db/tenancy';
import type { SearchTerms } from '../domain/search-terms';

export interface OccupationSearch {
  readonly terms: SearchTerms;
  /** Only these codes; not given: all. */
  readonly socs?: readonly string[];
  /** Only codes after this one. */
  readonly after?: string;
  readonly limit: number;
}

/** A pattern for `like` in which the text stands for itself. */
const literally = (text: string) => text.replace(/[\\%_]/gu, '\\$&');

function matches({ tx, tables, organizationId }: Catalogue, { terms, socs, after }: OccupationSearch) {
  let query = tx.selectFrom(`${tables.occupations} as o` as const).select((eb) => [
    'o.soc',
    'o.title',
    'o.jobZone',
    'o.occupationGroup as group',
    eb
      .lit(organizationId !== null)
      .$castTo<boolean>()
      .as('own'),
  ]);
  if (terms.kind === 'code') query = query.where('o.soc', 'like', `${literally(terms.prefix)}%`);
  if (terms.kind === 'words') {
    for (const word of terms.words) query = query.where('o.title', 'ilike', `%${literally(word)}%`);
  }
  if (socs) query = query.where(sql<boolean>`o.soc = any(${socs}::text[])`);
  if (after !== undefined) query = query.where('o.soc', '>', after);
  if (organizationId !== null) return query;
  return query.where(({ not, exists, selectFrom }) =>
    not(
      exists(
        selectFrom(`${OWN_TABLES.occupations} as mine` as const)
          .select('mine.soc')
          .whereRef('mine.soc', '=', 'o.soc'),
      ),
    ),
  );
}

/** Occupations in order of code; what the organization describes itself stands in place of the shared row. */
export async function searchOccupations(ctx: TenantContext, search: OccupationSearch) {
  return matches(sharedCatalogueFor(ctx), search)
    .unionAll(matches(ownCatalogue(ctx), search))
    .orderBy('soc')
    .limit(search.limit)
    .execute();
}
