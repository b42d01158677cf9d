import { buildTitleIndex } from '~/modules/occupations/domain/titles/build-title-index';
import { createTitleMatcher } from '~/modules/occupations/domain/titles/match-title';
import type { TitleTraining } from '~/modules/occupations/domain/titles/title-training';
import { type Found, measure, timed, together } from './titles/measure';
import { noisyQuestions, type Question, unseenQuestions } from './titles/question-sets';
import { RELEASE_FOLDER, readOnetTitles } from './titles/read-onet';
import { createTrigramMatcher } from './titles/trigram-baseline';

/** Other seeds than the development titles of fit-titles.ts have. */
const NOISY = { seed: 11, each: 300 } as const;
const UNSEEN_SEEDS = [12, 13, 14, 15] as const;
const UNSEEN = 2_000;

const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`.padStart(8);

/** Prints, by kind of noise and for unseen titles, how often a right code is first and among five, and at what speed. */
function main(): void {
  const training = readOnetTitles(RELEASE_FOLDER);
  if (!training) {
    console.log(`Not run: there is no release in ${RELEASE_FOLDER}.`);
    return;
  }
  console.log(`${'titles'.padEnd(24)}   asked | matcher: first, five | trigrams: first, five`);
  compare('noisy', training, noisyQuestions(training, NOISY));
  for (const seed of UNSEEN_SEEDS) {
    const { rest, questions } = unseenQuestions(training, { seed, count: UNSEEN });
    compare(`unseen (seed ${seed})`, rest, questions);
  }
}

function compare(name: string, training: TitleTraining, questions: readonly Question[]): void {
  const built = timed(() => buildTitleIndex(training));
  const matcher = createTitleMatcher(built.result);
  const own = timed(() =>
    measure(questions, (title) => matcher.match(title).candidates.map(({ soc }) => soc)),
  );
  const plainMatcher = createTrigramMatcher(training.titles);
  const plain = timed(() => measure(questions, plainMatcher));
  for (const [kind, found] of own.result) printRow(`${name}: ${kind}`, found, plain.result.get(kind));
  printRow(`${name}: all`, together(own.result.values()), together(plain.result.values()));
  const each = (ms: number) => (ms / questions.length).toFixed(2);
  console.log(
    `${name}: ${each(own.wall)} ms a title (${each(own.cpu)} ms of processor time), trigrams ${each(plain.wall)} ms; ` +
      `index built in ${(built.wall / 1_000).toFixed(1)} s (${(built.cpu / 1_000).toFixed(1)} s of processor time); ` +
      `memory ${Math.round(process.memoryUsage().rss / 1_048_576)} MB`,
  );
}

function printRow(name: string, own: Found, plain: Found | undefined): void {
  const figures = (found: Found) =>
    `${percent(found.first, found.asked)} ${percent(found.five, found.asked)}`;
  console.log(
    `${name.padEnd(24)} ${String(own.asked).padStart(7)} | ${figures(own)}     | ${plain ? figures(plain) : ''}`,
  );
}

main();
