import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { withTenant } from '#db/tenancy';
import { isCadreError } from '~/shared/errors';
import type { Services } from './app-context';

/** Between two looks at whether another release is served: short beside how rarely one comes, and one read. */
const EVERY_MS = 60_000;
const UNTIL_READY_MS = 2_000;

type Warmed = Pick<Services, 'database' | 'logger' | 'titles' | 'readiness'>;

/**
 * Has the process learn the release that titles are matched by once everything is ready, and each release after it, so
 * that nobody who asks waits for it: in the thread of titles, after whatever else there is to do.
 * @param signal ends it.
 */
export async function keepTitlesWarm(services: Warmed, signal: AbortSignal): Promise<void> {
  const pause = (ms: number) => wait(ms, undefined, { signal, ref: false });
  try {
    while (!(await services.readiness()).ready) await pause(UNTIL_READY_MS);
    for (;;) {
      await learn(services);
      await pause(EVERY_MS);
    }
  } catch (error) {
    if (!signal.aborted) services.logger.warn({ error }, 'titles are learnt at their first use');
  }
}

/** Reads what all organizations share, as one that nobody belongs to. */
async function learn({ database, logger, titles }: Warmed): Promise<void> {
  const nobody = {
    organizationId: randomUUID(),
    actor: { kind: 'job', id: 'warm-titles' },
    readOnly: true,
  } as const;
  try {
    await withTenant(database, nobody, (ctx) => titles.open(ctx));
    await titles.settled();
  } catch (error) {
    // No release is loaded yet.
    if (!isCadreError(error)) logger.warn({ error }, 'the release was not learnt; it is tried again');
  }
}
