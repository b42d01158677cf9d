import type { TitleTraining, TrainingTitle } from '~/modules/occupations/domain/titles/title-training';
import { combination, NOISES } from './noise';
import { pick, seededRandom } from './random';

export interface Question {
  readonly kind: string;
  readonly title: string;
  /** Codes that are right: all that the clean title has. */
  readonly right: ReadonlySet<string>;
}

const key = (title: string) => title.trim().toLowerCase();

function codesByTitle(titles: readonly TrainingTitle[]): Map<string, Set<string>> {
  const codes = new Map<string, Set<string>>();
  for (const { soc, title } of titles) {
    const own = codes.get(key(title)) ?? new Set();
    codes.set(key(title), own.add(soc));
  }
  return codes;
}

/** Alternate and reported titles with noise, as many of each kind. */
export function noisyQuestions(
  { titles }: TitleTraining,
  { seed, each }: { seed: number; each: number },
): Question[] {
  const codes = codesByTitle(titles);
  const pool = [...new Set(titles.filter(({ kind }) => kind !== 'official').map(({ title }) => title))];
  const random = seededRandom(seed);
  const questions: Question[] = [];
  for (const [kind, noise] of [...Object.entries(NOISES), ['combination', combination] as const]) {
    for (let made = 0; made < each; ) {
      const clean = pick(pool, random);
      const title = noise(clean, random);
      if (title === null || key(title) === key(clean)) continue;
      questions.push({ kind, title, right: codes.get(key(clean)) ?? new Set() });
      made++;
    }
  }
  return questions;
}

/**
 * Takes alternate titles out of a release, in every row and kind in which they stand, and asks for them.
 * Drawn by row, so that a title of many codes is drawn more often.
 */
export function unseenQuestions(training: TitleTraining, { seed, count }: { seed: number; count: number }) {
  const random = seededRandom(seed);
  const alternates = training.titles.filter(({ kind }) => kind === 'alternate');
  const drawn = new Map<string, string>();
  while (drawn.size < count) {
    const { title } = pick(alternates, random);
    drawn.set(key(title), title);
  }
  const codes = codesByTitle(training.titles);
  const questions = [...drawn].map(
    ([drawnKey, title]): Question => ({ kind: 'unseen', title, right: codes.get(drawnKey) ?? new Set() }),
  );
  const rest = { ...training, titles: training.titles.filter(({ title }) => !drawn.has(key(title))) };
  return { rest, questions };
}
