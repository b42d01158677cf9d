import { type FormOfTitle, listForms } from './list-forms';
import { listTitles } from './list-titles';
import { Numbering } from './numbering';
import { titleForms } from './title-forms';
import type { TitleIndex } from './title-index';
import type { TitleTraining } from './title-training';
import { trainClassifier } from './train-classifier';
import { trainLanguages } from './train-languages';

/** Characters of a code that name its minor group: 11-3. */
const GROUP = 4;

/** Computes what titles are matched by from the titles, tasks and descriptions of one release (method 10). */
export function buildTitleIndex(training: TitleTraining): TitleIndex {
  const occupations = new Numbering();
  const socs = [...new Set(training.titles.map(({ soc }) => soc))].sort();
  for (const soc of socs) occupations.number(soc);
  const runs = new Numbering();
  const titles = listTitles(training.titles, occupations, runs);
  const forms = titles.texts.flatMap((text, title): FormOfTitle[] =>
    titleForms(text).map((form) => ({ ...form, title })),
  );
  const groupOf = numbersOf(socs, GROUP);
  const { size, ...languages } = trainLanguages({ occupations, groupOf, forms, titles, training });
  const official = new Map(
    training.titles.filter(({ kind }) => kind === 'official').map(({ soc, title }) => [soc, title.trim()]),
  );
  return {
    socs,
    occupationTitles: socs.map((soc) => official.get(soc) ?? soc),
    groupOf,
    size,
    titles,
    ...listForms(forms, runs),
    runs,
    languages,
    classifier: trainClassifier(forms, titles, occupations.size),
  };
}

function numbersOf(socs: readonly string[], characters: number): Uint32Array {
  const numbering = new Numbering();
  return Uint32Array.from(socs, (soc) => numbering.number(soc.slice(0, characters)));
}
