import type { TitleMatch } from '~/modules/occupations/domain/titles/match-title';
import { titleMatchingInput } from '~/modules/occupations/domain/titles/title-match-schemas';
import { batches } from '~/shared/batches';
import { runOperation } from '../run-operation';
import type { TenantTask } from '../run-task';
import { workerTitles } from '../worker-titles';

/** Titles between two looks at whether to go on. */
const BATCH = 200;

/** Matches the titles of an operation; its result is what POST /api/v1/title-matches answers for fewer. */
export const matchTitles: TenantTask<'match-titles'> = ({ payload, ...run }) =>
  runOperation(
    run,
    { ...payload, input: titleMatchingInput },
    async ({ input, signal, report, inTenant }) => {
      const { titles, limit } = input;
      const { open } = workerTitles(run.logger);
      const release = await inTenant((ctx) => open(ctx));
      const items: TitleMatch[] = [];
      for (const batch of batches(titles, BATCH)) {
        signal.throwIfAborted();
        items.push(...(await release.match(batch, limit)));
        report(items.length / titles.length);
      }
      return { items };
    },
  );
