import type { TenantContext } from '#db/tenancy';
import { searchOccupations } from '../data/occupation-search';
import type { OccupationItem } from '../domain/api-schemas';
import { readSearch } from '../domain/search-terms';

export interface OccupationQuestion {
  /** A code, its beginning, or words that the title holds; empty: all. */
  readonly query?: string | undefined;
  /** Only these codes. */
  readonly socs?: readonly string[] | undefined;
  /** The last code of the page before. */
  readonly cursor?: string | undefined;
  /** Items of one page. */
  readonly limit: number;
}

export interface OccupationPage {
  readonly items: readonly OccupationItem[];
  /** Cursor of the next page; null at the end. */
  readonly next: string | null;
}

/** A page of occupations in order of code, shared ones and the organization's own. */
export async function listOccupations(
  ctx: TenantContext,
  { query = '', socs, cursor, limit }: OccupationQuestion,
): Promise<OccupationPage> {
  const rows = await searchOccupations(ctx, {
    terms: readSearch(query),
    limit: limit + 1,
    ...(socs ? { socs } : {}),
    ...(cursor === undefined ? {} : { after: cursor }),
  });
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? (items.at(-1)?.soc ?? null) : null };
}
