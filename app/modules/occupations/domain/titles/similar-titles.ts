import { foldTitle } from './fold-title';
import { highestSums } from './highest-sums';
import { addPostings } from './postings';
import type { ListedForms, TitleIndex } from './title-index';
import type { AskedWord, TitleQuestion } from './title-question';

/** How many forms are compared closely, and what words (not letters) count in finding them. */
const CLOSEST = 80;
const WORDS_SHARE = 0.55;
/** Below this a word is beside the point (side-words.ts) and its absence costs nothing. */
const MAIN = 0.35;
/** A word read with this quality is taken for met. */
const MET = 0.7;
const OTHER_NUMBER = 0.9;

/** A listed title that is like the one asked for; all figures 0 to 1. */
export interface SimilarTitle {
  readonly form: number;
  readonly title: number;
  /** By words and letters, with all words asked for. */
  readonly similarity: number;
  /** The same with the main words only: how well the title is the one that is meant. */
  readonly fit: number;
  /** How surely it is the very title, written in another way: as fit, but a corrected word is as good as a right one. */
  readonly sameness: number;
  /** Dice coefficient of the runs of three letters of the whole titles. */
  readonly letters: number;
  /** Share of the title asked for that is this title word for word; 0 when it is not in it. */
  readonly verbatim: number;
}

/** Harmonic mean. */
const balance = (a: number, b: number) => (a + b > 0 ? (2 * a * b) / (a + b) : 0);

/**
 * The listed titles that are most like the question, best first, by cosine similarity of words and runs of letters and
 * then by how much of either title the other covers. `sums` has room for one number per form and is used for scratch.
 */
export function findSimilarTitles(
  index: TitleIndex,
  question: TitleQuestion,
  { title, sums }: { readonly title: string; readonly sums: Float64Array },
): SimilarTitle[] {
  sumSimilarities(index, question, sums);
  const folded = foldTitle(title);
  return highestSums(sums, CLOSEST)
    .map((form) => compare(index, question, { form, cosine: sums[form] ?? 0, folded }))
    .sort((a, b) => b.similarity - a.similarity || a.form - b.form);
}

function sumSimilarities(
  { forms, vocabulary, runWeights }: TitleIndex,
  { words, runs }: TitleQuestion,
  sums: Float64Array,
): void {
  sums.fill(0);
  const wordLength = Math.hypot(...words.map(({ weight, counts }) => weight * counts)) || 1;
  for (const { counts, meanings } of words) {
    for (const { word, quality } of meanings) {
      const factor = (WORDS_SHARE * quality * counts * (vocabulary.weights[word] ?? 0)) / wordLength;
      addPostings(sums, forms.byWord, word, factor);
    }
  }
  const askedWeights = [...runs].map(([run, counts]) => [run, counts * (runWeights[run] ?? 0)] as const);
  const runLength = Math.hypot(...askedWeights.map(([, weight]) => weight)) || 1;
  for (const [run, weight] of askedWeights)
    addPostings(sums, forms.byRun, run, ((1 - WORDS_SHARE) * weight) / runLength);
}

interface Compared {
  readonly form: number;
  readonly cosine: number;
  readonly folded: string;
}

function compare(
  index: TitleIndex,
  question: TitleQuestion,
  { form, cosine, folded }: Compared,
): SimilarTitle {
  const { asked, main, listed, met } = coverage(index, question, form);
  const title = index.forms.titleOf[form] ?? 0;
  const letters = sharedLetters(index, question, title);
  return {
    form,
    title,
    similarity: Math.min(1, 0.5 * balance(asked, listed) + 0.4 * cosine + 0.1 * letters),
    fit: 0.7 * balance(main, listed) + 0.3 * letters,
    sameness: met,
    letters,
    verbatim: main > 0.9 && listed > 0 ? verbatimShare(folded, index.titles.folded[title] ?? '') : 0,
  };
}

/** Shares, by weight, of the words asked for (all, and the main ones) that the form has, and of its words asked for. */
function coverage({ forms, vocabulary }: TitleIndex, { words }: TitleQuestion, form: number) {
  const from = forms.words.start[form] ?? 0;
  const count = (forms.words.start[form + 1] ?? 0) - from;
  const listed: Best = { from, quality: new Float64Array(count), met: new Float64Array(count) };
  let [all, allFound, main, mainFound, mainMet, listedFound, listedMet] = [0, 0, 0, 0, 0, 0, 0];
  for (const asked of words) {
    const { quality, met } = meet(forms, asked, listed);
    const share = asked.weight * asked.counts;
    all += share;
    allFound += share * quality;
    if (asked.counts < MAIN) continue;
    main += share;
    mainFound += share * quality;
    mainMet += share * met;
  }
  for (let at = 0; at < count; at++) {
    const weight = vocabulary.weights[forms.words.items[from + at] ?? 0] ?? 0;
    listedFound += weight * (listed.quality[at] ?? 0);
    listedMet += weight * (listed.met[at] ?? 0);
  }
  const length = forms.weight[form] || 1;
  return {
    asked: all > 0 ? allFound / all : 0,
    main: main > 0 ? mainFound / main : 0,
    listed: listedFound / length,
    met: balance(main > 0 ? mainMet / main : 0, listedMet / length),
  };
}

/** For each word of a form, whose words begin at `from`: the best quality, and the best of being met, so far. */
interface Best {
  readonly from: number;
  readonly quality: Float64Array;
  readonly met: Float64Array;
}

/** The best that the word asked for finds among the words of a form; notes for each of them what it found. */
function meet(forms: ListedForms, asked: AskedWord, listed: Best): { quality: number; met: number } {
  let [quality, met] = [0, 0];
  for (let at = 0; at < listed.quality.length; at++) {
    const own = qualityAt(forms, asked, listed.from + at);
    if (own === 0) continue;
    const ownMet = metAt(forms, asked, { at: listed.from + at, quality: own });
    quality = Math.max(quality, own);
    met = Math.max(met, ownMet);
    listed.quality[at] = Math.max(listed.quality[at] ?? 0, own);
    listed.met[at] = Math.max(listed.met[at] ?? 0, ownMet);
  }
  return { quality, met };
}

/** How well the word asked for is the one at a place of the forms. */
function qualityAt({ words }: ListedForms, { meanings }: AskedWord, at: number): number {
  const listed = words.items[at];
  let best = 0;
  for (const { word, quality } of meanings) if (word === listed && quality > best) best = quality;
  return best;
}

/** The same for telling whether it is the very title: a correction is as good as the word, another number is not. */
function metAt(
  forms: ListedForms,
  asked: AskedWord,
  { at, quality }: { readonly at: number; readonly quality: number },
): number {
  if (quality < MET) return 0;
  return quality < 1 || asked.spelling === forms.written.items[at] ? 1 : OTHER_NUMBER;
}

function sharedLetters(
  { titles }: TitleIndex,
  { wholeRuns, wholeRunCount }: TitleQuestion,
  title: number,
): number {
  const [from, to] = [titles.runs.start[title] ?? 0, titles.runs.start[title + 1] ?? 0];
  let shared = 0;
  for (let at = from; at < to; at++) if (wholeRuns.has(titles.runs.items[at] ?? 0)) shared++;
  const both = wholeRunCount + to - from;
  return both > 0 ? (2 * shared) / both : 0;
}

/** Share of `folded` that is the listed title, when that stands in it between word ends. */
function verbatimShare(folded: string, listed: string): number {
  const at = listed.length > 3 ? folded.indexOf(listed) : -1;
  if (at < 0) return 0;
  const within = /[\p{L}\p{N}]/u;
  const open = within.test(folded[at - 1] ?? ' ') || within.test(folded[at + listed.length] ?? ' ');
  return open ? 0 : listed.length / folded.length;
}
