import type { WordTerms } from '../search-terms';
import {
  findTitles,
  type KnownTitle,
  type ReadTitle,
  readTitle,
  type SearchIndex,
  scoreTitle,
  type TitleHit,
} from './search-index';

/** Below this many results a search is tried again with typing errors. */
const FEW = 5;

export interface SearchedTitles {
  /** Alternate and reported titles. */
  readonly index: SearchIndex;
  /** Other titles, not indexed. */
  readonly related: readonly KnownTitle[];
}

/** What a search says of an occupation beside what is known of it. */
export interface FoundBy {
  /** 0 to 1, from title-score.ts. */
  readonly score: number;
  /** The title that matched, where it is not the occupation's own. */
  readonly matchedTitle?: string;
}

interface Sought {
  readonly soc: string;
  readonly title: string;
}

/** An occupation with those of its titles that are in no index. */
interface Prepared<T> {
  readonly occupation: T;
  readonly own: ReadTitle;
  readonly related: readonly { readonly known: KnownTitle; readonly read: ReadTitle }[];
}

/**
 * The occupations whose own, alternate, reported or related title matches, the best first, then by code. Where fewer
 * than five are found, those found with typing errors follow.
 */
export function rankOccupations<T extends Sought>(
  occupations: readonly T[],
  terms: WordTerms,
  { index, related }: SearchedTitles,
): (T & FoundBy)[] {
  const bySoc = Map.groupBy(related, ({ soc }) => soc);
  const prepared = occupations.map((occupation) => ({
    occupation,
    own: index.own.get(occupation.title) ?? readTitle(occupation.title, true),
    related: (bySoc.get(occupation.soc) ?? []).map((known) => ({
      known,
      read: readTitle(known.title, false),
    })),
  }));
  const find = (roughly: boolean) => {
    const hits = findTitles(index, terms, roughly);
    return prepared.flatMap((one) => foundBy(one, hits, (title) => scoreTitle(terms, title, roughly)));
  };
  const exact = find(false);
  const found = exact.length < FEW ? find(true) : exact;
  return found.sort((a, b) => b.score - a.score || (a.soc < b.soc ? -1 : 1));
}

/** The occupation with its best title, as a list of one; an empty one where no title matches. */
function foundBy<T extends Sought>(
  { occupation, own, related }: Prepared<T>,
  hits: ReadonlyMap<string, TitleHit>,
  scoreOf: (title: ReadTitle) => number,
): (T & FoundBy)[] {
  const score = scoreOf(own);
  const indexed = hits.get(occupation.soc);
  const others = related.map(({ known, read }) => ({ ...known, score: scoreOf(read) }));
  const best = [...(indexed ? [indexed] : []), ...others].reduce<TitleHit | null>(
    (first, hit) => (hit.score > (first?.score ?? 0) ? hit : first),
    null,
  );
  if (best && best.score > score) return [{ ...occupation, score: best.score, matchedTitle: best.title }];
  return score === 0 ? [] : [{ ...occupation, score }];
}
