import { prepareScoring, storeScores } from '~/modules/occupations/commands/score-titles';
import { DEFAULT_LIMIT } from '~/modules/occupations/domain/titles/match-title';
import { batches } from '~/shared/batches';
import type { TenantTask } from '../run-task';
import { workerTitles } from '../worker-titles';

/** Titles that are stored together; what is stored is not matched again after a worker was killed. */
const BATCH = 200;

/** Matches the titles of an organization's people that the release in service has not scored yet. */
export const scoreTitles: TenantTask<'score-titles'> = async ({ inTenant, logger }) => {
  const unscored = await inTenant(prepareScoring);
  if (!unscored || unscored.titles.length === 0) return;
  const matching = await inTenant((ctx) => workerTitles(logger).open(ctx));
  for (const titles of batches(unscored.titles, BATCH)) {
    const matches = await matching.match(titles, DEFAULT_LIMIT);
    await inTenant((ctx) => storeScores(ctx, unscored.releaseKey, matches));
  }
  logger.info({ titles: unscored.titles.length }, 'scored titles');
};
