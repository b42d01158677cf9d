import { sql } from 'kysely';
import type { AuthContext } from '#db/tenancy';
import type { AttemptLimit } from '../domain/attempt-limits';

/**
 * Counts one try against a counter. Every try moves paid_until on by what one costs; a try that would move it further
 * ahead than the burst is refused and moves nothing (generic cell rate algorithm, ITU-T I.371).
 * @returns 0 when the try may be made, else the seconds until one may.
 */
export async function takeAttempt(
  ctx: AuthContext,
  counterKey: string,
  { burst, everySeconds }: AttemptLimit,
): Promise<number> {
  const { now } = ctx;
  const cost = everySeconds * 1000;
  const paidUntil = new Date(now.getTime() + cost);
  const latest = new Date(now.getTime() + (burst - 1) * cost);
  const taken = await ctx.tx
    .insertInto('attemptCounters')
    .values({ counterKey, paidUntil })
    .onConflict((conflict) =>
      conflict
        .column('counterKey')
        .doUpdateSet((eb) => ({
          paidUntil: eb(
            eb.fn<Date>('greatest', ['attemptCounters.paidUntil', eb.val(now)]),
            '+',
            eb.cast<Date>(eb.val(`${everySeconds} seconds`), sql`interval`),
          ),
        }))
        .where('attemptCounters.paidUntil', '<=', latest),
    )
    .returning('counterKey')
    .executeTakeFirst();
  if (taken) return 0;
  const row = await ctx.tx
    .selectFrom('attemptCounters')
    .select('paidUntil')
    .where('counterKey', '=', counterKey)
    .executeTakeFirst();
  return row ? Math.max(1, Math.ceil((row.paidUntil.getTime() - latest.getTime()) / 1000)) : 1;
}

/** Takes back one try that turned out right. */
export async function returnAttempt(
  ctx: AuthContext,
  counterKey: string,
  { everySeconds }: AttemptLimit,
): Promise<void> {
  await ctx.tx
    .updateTable('attemptCounters')
    .set((eb) => ({
      paidUntil: eb('paidUntil', '-', eb.cast<Date>(eb.val(`${everySeconds} seconds`), sql`interval`)),
    }))
    .where('counterKey', '=', counterKey)
    .execute();
}

/** Forgets what was counted under these keys. */
export async function deleteCounters(ctx: AuthContext, counterKeys: readonly string[]): Promise<void> {
  await ctx.tx
    .deleteFrom('attemptCounters')
    .where(sql<boolean>`counter_key = any(${counterKeys}::text[])`)
    .execute();
}

/** Deletes counters that hold nobody back any more. */
export async function deletePaidCounters(ctx: AuthContext): Promise<void> {
  await ctx.tx.deleteFrom('attemptCounters').where('paidUntil', '<', ctx.now).execute();
}
