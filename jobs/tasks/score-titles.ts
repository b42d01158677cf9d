import { scoreBatches } from '~/matching/score-batches';
import { prepareScoring, storeScores } from '~/modules/occupations/commands/score-titles';
import { DEFAULT_LIMIT } from '~/modules/occupations/domain/titles/match-title';
import type { TenantTask } from '../run-task';
import { workerTitles } from '../worker-titles';

/** Matches the titles of an organization's people that the release in service has not scored yet. */
export const scoreTitles: TenantTask<'score-titles'> = async ({ inTenant, logger }) => {
  const unscored = await inTenant(prepareScoring);
  if (!unscored || unscored.titles.length === 0) return;
  const matching = await inTenant((ctx) => workerTitles(logger).open(ctx));
  await scoreBatches(unscored.titles, {
    match: (titles) => matching.match(titles, DEFAULT_LIMIT),
    store: (matches) => inTenant((ctx) => storeScores(ctx, unscored.releaseKey, matches)),
  });
  logger.info({ titles: unscored.titles.length }, 'scored titles');
};
