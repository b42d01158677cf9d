import type { TitleMatch } from '~/modules/occupations/domain/titles/match-title';
import { batches } from '~/shared/batches';

/** Titles that are stored together; what is stored is not matched again after a worker was killed. */
const BATCH = 200;

interface Scoring {
  readonly match: (titles: readonly string[]) => Promise<readonly TitleMatch[]>;
  readonly store: (matches: readonly TitleMatch[]) => Promise<void>;
}

/** Matches titles and stores them batch by batch; the thread matches the next ones while those before are stored. */
export async function scoreBatches(titles: readonly string[], { match, store }: Scoring): Promise<void> {
  let storing: Promise<void> = Promise.resolve();
  for (const batch of batches(titles, BATCH)) {
    const matching = match(batch);
    matching.catch(() => {});
    await storing;
    const matches = await matching;
    storing = store(matches);
    storing.catch(() => {});
  }
  await storing;
}
