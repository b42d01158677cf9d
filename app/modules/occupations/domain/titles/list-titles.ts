import { collectLists } from './collect-lists';
import { foldTitle, wordsOf } from './fold-title';
import { differentRuns } from './letter-runs';
import { Numbering } from './numbering';
import { PostingsBuilder } from './postings';
import { KIND_STRENGTH, type ListedTitles } from './title-index';
import type { TrainingTitle } from './title-training';

/** Each different title once, with the occupations that have it and the strongest kind in which each has it. */
export function listTitles(
  rows: readonly TrainingTitle[],
  occupations: Numbering,
  runs: Numbering,
): ListedTitles {
  const numbering = new Numbering();
  const owners: Map<number, number>[] = [];
  for (const { soc, title, kind } of rows) {
    const number = numbering.number(title.trim());
    const own = owners[number] ?? new Map<number, number>();
    owners[number] = own;
    const occupation = occupations.number(soc);
    own.set(occupation, Math.max(own.get(occupation) ?? 0, KIND_STRENGTH[kind]));
  }
  const builder = new PostingsBuilder();
  owners.forEach((own, title) => {
    for (const [occupation, strength] of own) builder.add(title, occupation, strength);
  });
  const texts = numbering.texts;
  const folded = texts.map(foldTitle);
  const titleRuns = folded.map((text) => differentRuns(wordsOf(text), 3).map((run) => runs.number(run)));
  return { texts, folded, runs: collectLists(titleRuns), owners: builder.build(texts.length) };
}
