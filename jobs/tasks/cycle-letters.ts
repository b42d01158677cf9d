import { listDue, noteLetters } from '~/modules/assessments/commands/note-letters';
import { renewManagers } from '~/modules/assessments/commands/renew-managers';
import { queueCycleLetters } from '~/modules/organizations/commands/queue-cycle-letters';
import type { TenantTask } from '../run-task';

type Run = Pick<Parameters<TenantTask<'cycle-letters'>>[0], 'inTenant' | 'inMembers' | 'logger'>;

/** Queues the letters about open cycles that are due. */
export const cycleLetters: TenantTask<'cycle-letters'> = async (run) => queueDueLetters(run);

/**
 * Asks the managers of the day, then queues what is due, a thousand letters at a time. Killed between two steps it
 * queues none twice: a letter is of one cycle, reader and day.
 */
export async function queueDueLetters({ inTenant, inMembers, logger }: Run): Promise<void> {
  let letters = 0;
  for (const { notice, day } of await inTenant(renewManagers))
    for (;;) {
      const due = await inTenant((ctx) => listDue(ctx, notice.cycleId, day));
      if (due.length === 0) break;
      const queued = await inMembers((ctx) => queueCycleLetters(ctx, { notice, day, letters: due }));
      await inTenant((ctx) => noteLetters(ctx, { cycleId: notice.cycleId, day, due, queued }));
      letters += queued.length;
    }
  if (letters > 0) logger.info({ letters }, 'letters about cycles queued');
}
