import { TitleThreadHost } from '~/matching/title-thread-host';
import { DEFAULT_LIMIT } from '~/modules/occupations/domain/titles/match-title';
import type { TitleKind, TitleTraining } from '~/modules/occupations/domain/titles/title-training';
import type { TrainingRow } from '~/modules/occupations/queries/title-training';
import { noisyQuestions } from './question-sets';
import { RELEASE_FOLDER, readOnetTitles } from './read-onet';
import { createTrigramMatcher } from './trigram-baseline';

const ASKED = 10_000;
/** Seven kinds of noise. */
const NOISY = { seed: 21, each: Math.ceil(ASKED / 7) } as const;
const LOOK_MS = 20;

/**
 * Prints how long 10,000 noisy titles take through the thread that the API and the command line use, beside the
 * trigram baseline on the main thread, and for how long the main thread could not answer meanwhile.
 */
export async function benchBulk(): Promise<void> {
  const training = readOnetTitles(RELEASE_FOLDER);
  if (!training) return;
  const titles = noisyQuestions(training, NOISY)
    .slice(0, ASKED)
    .map(({ title }) => title);
  const host = new TitleThreadHost((error) => console.error(error));
  const rows = trainingRows(training);
  const learnt = await clocked(async () => {
    host.teach(rows);
    await host.learn();
  });
  await host.match(titles.slice(0, 200), DEFAULT_LIMIT);
  const bulk = await clocked(() => host.match(titles, DEFAULT_LIMIT));
  await host.end();
  const plain = createTrigramMatcher(training.titles);
  const trigrams = await clocked(async () => titles.map(plain));
  const each = (ms: number) => (ms / titles.length).toFixed(2);
  const seconds = (ms: number) => (ms / 1_000).toFixed(1);
  console.log(
    `bulk: ${titles.length.toLocaleString('en')} titles through the thread in ${seconds(bulk.ms)} s ` +
      `(${each(bulk.ms)} ms a title), trigrams ${seconds(trigrams.ms)} s (${each(trigrams.ms)} ms): ` +
      `${(trigrams.ms / bulk.ms).toFixed(1)} times as fast; learnt in ${seconds(learnt.ms)} s; ` +
      `main thread held up for ${Math.round(bulk.heldMs)} ms at most (trigrams ${Math.round(trigrams.heldMs)} ms)`,
  );
}

/** Milliseconds that the work took, and the longest for which nothing else could run on this thread. */
async function clocked(
  work: () => Promise<unknown>,
): Promise<{ readonly ms: number; readonly heldMs: number }> {
  let [heldMs, seen] = [0, performance.now()];
  const look = () => {
    const now = performance.now();
    heldMs = Math.max(heldMs, now - seen - LOOK_MS);
    seen = now;
  };
  const timer = setInterval(look, LOOK_MS);
  const startedAt = performance.now();
  await work();
  look();
  clearInterval(timer);
  return { ms: performance.now() - startedAt, heldMs };
}

/** The rows that the database would give. */
function trainingRows({ titles, tasks, descriptions }: TitleTraining): TrainingRow[] {
  const textsOf = (kind: TitleKind) =>
    grouped(titles.filter((one) => one.kind === kind).map(({ soc, title }) => [soc, title]));
  const [official, alternate, reported] = [textsOf('official'), textsOf('alternate'), textsOf('reported')];
  const tasksOf = grouped(tasks.map(({ soc, text }) => [soc, text]));
  const list = (of: ReadonlyMap<string, readonly string[]>, soc: string) => JSON.stringify(of.get(soc) ?? []);
  return descriptions.map(({ soc, text }) => ({
    soc,
    title: official.get(soc)?.[0] ?? '',
    description: text,
    alternateTitles: list(alternate, soc),
    reportedTitles: list(reported, soc),
    tasks: list(tasksOf, soc),
  }));
}

function grouped(pairs: readonly (readonly [string, string])[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [key, value] of pairs) found.set(key, [...(found.get(key) ?? []), value]);
  return found;
}
