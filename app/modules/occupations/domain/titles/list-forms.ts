import { collectLists } from './collect-lists';
import { differentRuns, letterRuns } from './letter-runs';
import { Numbering } from './numbering';
import { type Postings, PostingsBuilder } from './postings';
import type { TitleForm } from './title-forms';
import type { ListedForms, Vocabulary } from './title-index';

/** A run of letters in more of the forms than this share tells nothing and is not listed. */
const COMMON_RUN = 0.15;
const SHORTENED = { letters: 5, forms: 5 } as const;

export interface FormOfTitle extends TitleForm {
  readonly title: number;
}

export interface IndexedForms {
  readonly forms: ListedForms;
  readonly vocabulary: Vocabulary;
  readonly runWeights: Float64Array;
}

/** The inverted lists that forms are found by, words and runs of letters weighted by how rare they are. */
export function listForms(forms: readonly FormOfTitle[], runs: Numbering): IndexedForms {
  const words = new Numbering();
  const wordLists = forms.map((form) => form.words.map((word) => words.number(word)));
  const spellings = new Numbering();
  const writtenLists = forms.map((form) => form.written.map((word) => spellings.number(word)));
  const runLists = forms.map((form) => differentRuns(form.written, 3).map((run) => runs.number(run)));
  const byWord = weigh(wordLists, words.size, forms.length);
  const byRun = weigh(runLists, runs.size, forms.length * COMMON_RUN);
  return {
    forms: {
      count: forms.length,
      titleOf: Uint32Array.from(forms, ({ title }) => title),
      words: collectLists(wordLists),
      written: collectLists(writtenLists),
      spellings,
      weight: Float64Array.from(wordLists, (list) =>
        list.reduce((sum, word) => sum + (byWord.weights[word] ?? 0), 0),
      ),
      byWord: byWord.postings,
      byRun: byRun.postings,
    },
    vocabulary: vocabularyOf(words, byWord),
    runWeights: byRun.weights,
  };
}

interface Weighed {
  readonly counts: Uint32Array;
  readonly weights: Float64Array;
  readonly postings: Postings;
}

/** Postings from items to lists, as vectors of length 1; items in more than `most` lists have a weight but no entries. */
function weigh(lists: readonly (readonly number[])[], items: number, most: number): Weighed {
  const counts = new Uint32Array(items);
  const different = lists.map((list) => [...new Set(list)]);
  for (const list of different) for (const item of list) counts[item] = (counts[item] ?? 0) + 1;
  const weights = Float64Array.from(counts, (count) => Math.log(1 + lists.length / Math.max(1, count)));
  const builder = new PostingsBuilder();
  different.forEach((list, number) => {
    const length = Math.sqrt(list.reduce((sum, item) => sum + (weights[item] ?? 0) ** 2, 0));
    for (const item of list) {
      if ((counts[item] ?? 0) <= most) builder.add(item, number, (weights[item] ?? 0) / length);
    }
  });
  return { counts, weights, postings: builder.build(items) };
}

function vocabularyOf(words: Numbering, { counts, weights }: Weighed): Vocabulary {
  const byFirstLetter = new Map<string, number[]>();
  const byLetterPair = new Map<string, number[]>();
  const file = (map: Map<string, number[]>, key: string, word: number) => {
    const list = map.get(key);
    if (list) list.push(word);
    else map.set(key, [word]);
  };
  words.texts.forEach((text, word) => {
    const shortened = text.length >= SHORTENED.letters && (counts[word] ?? 0) >= SHORTENED.forms;
    if (shortened) file(byFirstLetter, text.slice(0, 1), word);
    for (const pair of new Set(letterRuns(text, 2))) file(byLetterPair, pair, word);
  });
  return { words, counts, weights, byFirstLetter, byLetterPair };
}
