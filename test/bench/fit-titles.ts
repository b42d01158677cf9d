import { buildTitleIndex } from '~/modules/occupations/domain/titles/build-title-index';
import { SIGNALS, type SignalWeights } from '~/modules/occupations/domain/titles/match-weights';
import { type Example, examplesOf, fitWeights } from './titles/fit-weights';
import { noisyQuestions, unseenQuestions } from './titles/question-sets';
import { RELEASE_FOLDER, readOnetTitles } from './titles/read-onet';

/** Seeds of the development titles; the bench asks other ones. */
const DEVELOPMENT = { noisy: [101, 104], unseen: [102, 103, 105] } as const;

/** What is considered while fitting: rough weights, by hand. */
const ROUGH = {
  ...(Object.fromEntries(SIGNALS.map((signal) => [signal, 0])) as unknown as SignalWeights),
  similarity: 4,
  samest: 2,
  letters: 2,
  votes: 0.9,
  sharpVotes: 0.3,
  word: 0.12,
  head: 0.13,
  text: 0.12,
  stem: 0.05,
  groupVotes: 0.2,
  size: 0.4,
  group: 0.06,
  learned: 0.4,
};

/** Fits the weights of match-weights.ts on titles of the release and prints them. */
function main(): void {
  const training = readOnetTitles(RELEASE_FOLDER);
  if (!training) {
    console.log(`Not run: there is no release in ${RELEASE_FOLDER}.`);
    return;
  }
  const examples: Example[] = [];
  const whole = buildTitleIndex(training);
  for (const seed of DEVELOPMENT.noisy) {
    examples.push(...examplesOf(whole, noisyQuestions(training, { seed, each: 300 }), ROUGH));
  }
  for (const seed of DEVELOPMENT.unseen) {
    const { rest, questions } = unseenQuestions(training, { seed, count: 2_000 });
    examples.push(...examplesOf(buildTitleIndex(rest), questions, ROUGH));
  }
  console.log(`${examples.length} titles`, fitWeights(examples));
}

main();
