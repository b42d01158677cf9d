import { countWords, lettersOf, type WordCounts } from '~/modules/occupations/domain/words/count-words';
import type { StatementParts } from '../split-statement';

/** What is known of how statements are written, from texts whose words are not run together. */
export interface SplitKnowledge {
  /** Words of split statements and of tasks. */
  readonly isWord: (word: string) => boolean;
  /** Words that begin a behaviour or a task. */
  readonly opens: (word: string) => boolean;
  /** Labels of other statements, in small letters. */
  readonly labels: ReadonlySet<string>;
}

/** A part of a word that is shorter is no word of its own, unless it is a known one. */
const SHORTEST = 3;
/** The label ends in one of this many first words. */
const LONGEST_LABEL = 12;

/**
 * Learns from other texts.
 * @param tasks Texts that begin with what somebody does, counted.
 * @param split Statements whose split is known.
 */
export function learnSplits(tasks: WordCounts, split: readonly StatementParts[]): SplitKnowledge {
  const behaviours = countWords(split.map(({ behaviour }) => behaviour));
  const labels = countWords(split.map(({ label }) => label));
  const sources = [tasks, behaviours];
  return {
    isWord: (word) => labels.words.has(word) || sources.some(({ words }) => words.has(word)),
    opens: (word) => sources.some(({ openers }) => openers.has(word)),
    labels: new Set(split.map(({ label }) => label.toLowerCase())),
  };
}

/**
 * The most likely label of a statement whose label and behaviour run together without a space: a known label that it
 * begins with; else the place inside one of its first words where a capital follows a small letter, or where both
 * sides are known words and the second one opens behaviours. Null where no place is likely.
 */
export function guessLabel(text: string, knowledge: SplitKnowledge): string | null {
  const known = [...knowledge.labels].filter((label) => isLabelOf(label, text));
  const longest = known.sort((a, b) => b.length - a.length)[0];
  if (longest !== undefined) return text.slice(0, longest.length);
  let best: { end: number; weight: number } | null = null;
  const words = [...text.matchAll(/\S+/gu)].slice(0, LONGEST_LABEL);
  for (const { 0: word, index } of words) {
    for (let cut = 1; cut < word.length; cut += 1) {
      const weight = weigh(word.slice(0, cut), word.slice(cut), knowledge);
      if (weight > (best?.weight ?? 0)) best = { end: index + cut, weight };
    }
  }
  return best ? text.slice(0, best.end) : null;
}

/** The label stands at the beginning, and what follows it is run together with it. */
const isLabelOf = (label: string, text: string) =>
  label !== '' && /^\S/u.test(text.slice(label.length)) && text.toLowerCase().startsWith(label);

/** How likely a word is two: 0 not at all. */
function weigh(left: string, right: string, { isWord, opens }: SplitKnowledge): number {
  const [before, after] = [lettersOf(left).at(-1) ?? '', lettersOf(right)[0] ?? ''];
  if (!/[\p{L}\p{N})]$/u.test(left) || !/^[\p{L}\p{N}]/u.test(right)) return 0;
  const capital = /\p{Ll}$/u.test(left) && /^\p{Lu}\p{Ll}/u.test(right);
  if (isWord(before + after) && !capital) return 0;
  const known = isWord(before) && isWord(after);
  const long = before.length >= SHORTEST && after.length >= SHORTEST;
  if (!long && !(isWord(before) && opens(after))) return 0;
  const likely =
    (capital ? 8 : 0) + (isWord(before) ? 2 : 0) + (isWord(after) ? 2 : 0) + (opens(after) ? 3 : 0);
  return likely + (known ? (before.length + after.length) / 100 : -4);
}
