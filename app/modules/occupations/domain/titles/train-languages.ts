import { foldText, isFiller, singular, wordsOf } from './fold-title';
import { differentRuns } from './letter-runs';
import type { FormOfTitle } from './list-forms';
import type { Numbering } from './numbering';
import { LanguageBuilder } from './occupation-language';
import { stemOf } from './stem-of';
import { lastTwo, wordPairs } from './title-forms';
import type { Languages, ListedTitles } from './title-index';
import type { TitleTraining } from './title-training';

/** Smoothing of each language, in features (occupation-language.ts); fitted on the development titles of the bench. */
const SMOOTHING = { word: 20, last: 5, text: 200, stem: 200, letters: 20, group: 20 } as const;
const DESCRIPTION_COUNTS = 3;

interface Speakers {
  readonly occupations: Numbering;
  readonly groupOf: Uint32Array;
}

export interface LanguageSources extends Speakers {
  readonly forms: readonly FormOfTitle[];
  readonly titles: ListedTitles;
  readonly training: TitleTraining;
}

/** Learns from titles, tasks and descriptions how each occupation is spoken of. */
export function trainLanguages({
  forms,
  titles,
  training,
  ...speakers
}: LanguageSources): Languages & { size: Float64Array } {
  const { occupations, groupOf } = speakers;
  const classes = occupations.size;
  const word = new LanguageBuilder(classes, SMOOTHING.word);
  const head = new LanguageBuilder(classes, SMOOTHING.last);
  const two = new LanguageBuilder(classes, SMOOTHING.last);
  const letters = new LanguageBuilder(classes, SMOOTHING.letters);
  const group = new LanguageBuilder(1 + Math.max(0, ...groupOf), SMOOTHING.group);
  const size = new Float64Array(classes);
  for (const { title, words } of forms) {
    const together = [...words, ...wordPairs(words)];
    const pair = lastTwo(words);
    const runs = differentRuns(words, 5);
    for (const { occupation, weight } of ownersOf(titles, title)) {
      size[occupation] = (size[occupation] ?? 0) + weight;
      for (const text of words) word.add(text, occupation, weight);
      head.add(words.at(-1) ?? '', occupation, weight);
      if (pair !== null) two.add(pair, occupation, weight);
      for (const run of runs) letters.add(run, occupation, weight);
      for (const text of together) group.add(text, groupOf[occupation] ?? 0, weight);
    }
  }
  return {
    word: word.build(),
    head: head.build(),
    lastTwo: two.build(),
    text: textLanguage(training, { occupations, of: (word) => word, smoothing: SMOOTHING.text }),
    stem: textLanguage(training, { occupations, of: stemOf, smoothing: SMOOTHING.stem }),
    letters: letters.build(),
    group: group.build(),
    size: size.map((weight) => Math.log(1 + weight)),
  };
}

/** The occupations of a title; one that several share counts less for each, by the root of their number. */
function ownersOf({ owners }: ListedTitles, title: number) {
  const [from, to] = [owners.start[title] ?? 0, owners.start[title + 1] ?? 0];
  return Array.from({ length: to - from }, (_, at) => ({
    occupation: owners.ids[from + at] ?? 0,
    weight: (owners.values[from + at] ?? 0) / Math.sqrt(to - from),
  }));
}

interface TextReading {
  readonly occupations: Numbering;
  /** The feature that a word in singular is counted as. */
  readonly of: (word: string) => string;
  readonly smoothing: number;
}

function textLanguage({ tasks, descriptions }: TitleTraining, { occupations, of, smoothing }: TextReading) {
  const builder = new LanguageBuilder(occupations.size, smoothing);
  const take = ({ soc, text }: { soc: string; text: string }, counts: number) => {
    const occupation = occupations.find(soc);
    if (occupation === undefined) return;
    for (const word of wordsOf(foldText(text)))
      if (!isFiller(word)) builder.add(of(singular(word)), occupation, counts);
  };
  for (const description of descriptions) take(description, DESCRIPTION_COUNTS);
  for (const task of tasks) take(task, 1);
  return builder.build();
}
