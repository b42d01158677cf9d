import { prepareReleaseCuts as prepare } from '~/modules/capability/commands/prepare-release-cuts';
import { rememberFacts } from '~/modules/capability/commands/release-history';
import type { TenantTask } from '../run-task';

/** Goes on viewer by viewer; each cut is one transaction. Who fails holds up nobody: the job is tried again. */
export const prepareReleaseCuts: TenantTask<'prepare-release-cuts'> = async (run) => {
  const { inTenant, listReaders, logger } = run;
  const factsOf = rememberFacts();
  const readers = await listReaders();
  const outcome = { viewers: readers.length, given: 0, computed: 0 };
  const errors: unknown[] = [];
  for (const reader of readers) {
    try {
      for (let remaining = 1; remaining > 0; ) {
        const prepared = await inTenant((ctx) => prepare(ctx, reader, factsOf));
        outcome.given += prepared.given;
        outcome.computed += prepared.computed;
        remaining = prepared.remaining;
      }
    } catch (error) {
      errors.push(error);
    }
  }
  logger.info(outcome, 'released cuts prepared');
  if (errors.length > 0) throw errors[0];
};
