import type { TenantContext } from '#db/tenancy';
import { type DueLetter, listDueLetters, upsertReminders } from '../data/cycle-progress';

/** Letters that are queued at once. */
const AT_ONCE = 1_000;

type Due = DueLetter & { readonly kind: 'cycle-opened' | 'cycle-reminder' };

/** The next letters about a cycle that are due on a day; none when all are noted. */
export async function listDue(ctx: TenantContext, cycleId: string, day: string): Promise<Due[]> {
  const due = await listDueLetters(ctx, { cycleId, day }, AT_ONCE);
  return due.map((letter) => ({ ...letter, kind: letter.isFirst ? 'cycle-opened' : 'cycle-reminder' }));
}

/** Notes that these letters are queued; who wanted none is passed over until the next day of the schedule. */
export async function noteLetters(
  ctx: TenantContext,
  sent: {
    readonly cycleId: string;
    readonly day: string;
    readonly due: readonly DueLetter[];
    /** Users whose letter is queued. */
    readonly queued: readonly string[];
  },
): Promise<void> {
  const users = new Set(sent.queued);
  await upsertReminders(ctx, sent, {
    employeeIds: sent.due.map(({ employeeId }) => employeeId),
    queued: sent.due.flatMap(({ employeeId, userId }) => (users.has(userId) ? [employeeId] : [])),
  });
}
