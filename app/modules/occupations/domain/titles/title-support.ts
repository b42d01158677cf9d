import type { SimilarTitle } from './similar-titles';
import type { TitleIndex } from './title-index';

/** What the similar titles say for one occupation; the first five are the best of its titles. */
export interface TitleSupport {
  similarity: number;
  fit: number;
  sameness: number;
  letters: number;
  verbatim: number;
  /** Sums over its similar titles: similarity to the power 2, and 9, shared among the owners of a title. */
  votes: number;
  sharpVotes: number;
  /** Its similar title that fits best. */
  closest: SimilarTitle;
  /** How many of its titles are at least half alike. */
  alike: number;
}

const ALIKE = 0.5;

/** Gathers the similar titles by occupation. */
export function supportByOccupation(
  { titles }: TitleIndex,
  similar: readonly SimilarTitle[],
): Map<number, TitleSupport> {
  const support = new Map<number, TitleSupport>();
  const counted = new Map<number, Set<number>>();
  for (const one of similar) {
    const [from, to] = [titles.owners.start[one.title] ?? 0, titles.owners.start[one.title + 1] ?? 0];
    const owners = to - from;
    const votes = one.similarity ** 2 / owners ** 0.5;
    const sharpVotes = one.similarity ** 9 / owners ** 0.3;
    for (let at = from; at < to; at++) {
      const occupation = titles.owners.ids[at] ?? 0;
      const seen = counted.get(occupation) ?? new Set();
      counted.set(occupation, seen);
      const alike = one.similarity >= ALIKE && !seen.has(one.title) ? 1 : 0;
      seen.add(one.title);
      const own = support.get(occupation);
      if (own) add(own, one, { votes, sharpVotes, alike });
      else support.set(occupation, { ...pick(one), votes, sharpVotes, closest: one, alike });
    }
  }
  return support;
}

const pick = ({ similarity, fit, sameness, letters, verbatim }: SimilarTitle) => ({
  similarity,
  fit,
  sameness,
  letters,
  verbatim,
});

function add(
  own: TitleSupport,
  one: SimilarTitle,
  more: { readonly votes: number; readonly sharpVotes: number; readonly alike: number },
): void {
  own.similarity = Math.max(own.similarity, one.similarity);
  own.fit = Math.max(own.fit, one.fit);
  own.sameness = Math.max(own.sameness, one.sameness);
  own.letters = Math.max(own.letters, one.letters);
  own.verbatim = Math.max(own.verbatim, one.verbatim);
  own.votes += more.votes;
  own.sharpVotes += more.sharpVotes;
  own.alike += more.alike;
  const closer =
    one.fit > own.closest.fit || (one.fit === own.closest.fit && one.verbatim > own.closest.verbatim);
  if (closer) own.closest = one;
}
