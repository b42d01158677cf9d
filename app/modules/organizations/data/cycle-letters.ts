import { sql } from 'kysely';
import type { AuthContext } from '#db/tenancy';
import type { Role } from '../domain/role';

/** What letters about a cycle say of it. */
export interface CycleNotice {
  readonly cycleId: string;
  readonly name: string;
  readonly purpose: string | null;
  readonly closesOn: string;
}

export interface NewCycleLetter {
  readonly letterId: string;
  readonly userId: string;
  readonly isRated: boolean;
  /** How many people the reader is asked to rate, and has not. */
  readonly owed: number;
  readonly closesOn: string;
  readonly kind: 'cycle-opened' | 'cycle-reminder';
}

export interface CycleLetter {
  readonly organizationId: string;
  readonly userId: string;
  readonly isRated: boolean;
  readonly owed: number;
  readonly closesOn: string;
  readonly name: string;
  readonly purpose: string | null;
}

/** Keeps what letters of a cycle say. */
export async function upsertNotice(
  ctx: AuthContext,
  organizationId: string,
  notice: CycleNotice,
): Promise<void> {
  const { name, purpose, closesOn } = notice;
  await ctx.tx
    .insertInto('cycleNotices')
    .values({ organizationId, ...notice })
    .onConflict((conflict) =>
      conflict.columns(['organizationId', 'cycleId']).doUpdateSet({ name, purpose, closesOn }),
    )
    .execute();
}

/**
 * Adds letters of a day, and queues them: none for whoever has one of the cycle and day, or wants no more of the cycle.
 * Who has a role that does not rate is told of being rated alone. Returns to whom.
 */
export async function insertCycleLetters(
  ctx: AuthContext,
  organizationId: string,
  { cycleId, day, letters, ratingRoles }: CycleLetters,
): Promise<string[]> {
  const column = <T>(value: (letter: NewCycleLetter) => T) => letters.map(value);
  const { rows } = await sql<{ userId: string }>`
    with asked as (
      select * from unnest(${column((one) => one.letterId)}::uuid[], ${column((one) => one.userId)}::uuid[],
                           ${column((one) => String(one.isRated))}::text[], ${column((one) => one.owed)}::integer[],
                           ${column((one) => one.closesOn)}::date[], ${column((one) => one.kind)}::text[])
        as one(letter_id, user_id, is_rated, owed, closes_on, kind)),
    given as (
      select letter_id, asked.user_id, is_rated, closes_on, kind,
             case when m.role::text = any(${ratingRoles}::text[]) then owed else 0 end as owed
        from asked
        join auth.memberships m on m.organization_id = ${organizationId}::uuid and m.user_id = asked.user_id),
    added as (
      insert into auth.cycle_letters
        (letter_id, organization_id, cycle_id, user_id, sent_on, is_rated, owed, closes_on)
      select letter_id, ${organizationId}::uuid, ${cycleId}::uuid, user_id, ${day}::date, is_rated::boolean, owed, closes_on
        from given
       where (owed > 0 or (is_rated::boolean and kind = 'cycle-opened'))
         and not exists (
         select 1 from auth.cycle_letters before
          where before.organization_id = ${organizationId}::uuid and before.cycle_id = ${cycleId}::uuid
            and before.user_id = given.user_id and before.stopped_at is not null)
      on conflict (organization_id, cycle_id, user_id, sent_on) do nothing
      returning letter_id, user_id),
    queued as (
      insert into auth.mail_queue (mail_id, kind, organization_id, subject_id, due_at, created_at)
      select letter_id, given.kind, ${organizationId}::uuid, letter_id, ${ctx.now}, ${ctx.now}
        from added join given using (letter_id))
    select user_id as "userId" from added`.execute(ctx.tx);
  return rows.map(({ userId }) => userId);
}

export interface CycleLetters {
  readonly cycleId: string;
  readonly day: string;
  readonly letters: readonly NewCycleLetter[];
  /** Roles that rate. */
  readonly ratingRoles: readonly Role[];
}

/** A letter with what it says. */
export async function findCycleLetter(ctx: AuthContext, letterId: string): Promise<CycleLetter | undefined> {
  return ctx.tx
    .selectFrom('cycleLetters as l')
    .innerJoin('cycleNotices as n', (join) =>
      join.onRef('n.organizationId', '=', 'l.organizationId').onRef('n.cycleId', '=', 'l.cycleId'),
    )
    .select(['l.organizationId', 'l.userId', 'l.isRated', 'l.owed', 'l.closesOn', 'n.name', 'n.purpose'])
    .where('l.letterId', '=', letterId)
    .executeTakeFirst();
}

/** Says of which token the link of a letter is. */
export async function updateLetterToken(
  ctx: AuthContext,
  letterId: string,
  tokenHash: string,
): Promise<void> {
  await ctx.tx.updateTable('cycleLetters').set({ tokenHash }).where('letterId', '=', letterId).execute();
}

export interface StopLink {
  readonly letterId: string;
  readonly cycle: string;
  readonly organization: string;
  /** Whether letters are stopped, by this link or that of another letter. */
  readonly isStopped: boolean;
}

/** What a link stops. */
export async function findStopLink(ctx: AuthContext, tokenHash: string): Promise<StopLink | undefined> {
  const row = await ctx.tx
    .selectFrom('cycleLetters as l')
    .innerJoin('cycleNotices as n', (join) =>
      join.onRef('n.organizationId', '=', 'l.organizationId').onRef('n.cycleId', '=', 'l.cycleId'),
    )
    .innerJoin('organizationDirectory as o', 'o.organizationId', 'l.organizationId')
    .select(['l.letterId', 'n.name as cycle', 'o.name as organization'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('cycleLetters as other')
            .select('other.letterId')
            .whereRef('other.organizationId', '=', 'l.organizationId')
            .whereRef('other.cycleId', '=', 'l.cycleId')
            .whereRef('other.userId', '=', 'l.userId')
            .where('other.stoppedAt', 'is not', null),
        )
        .as('isStopped'),
    )
    .where('l.tokenHash', '=', tokenHash)
    .executeTakeFirst();
  return row && { ...row, isStopped: Boolean(row.isStopped) };
}

/** Stops letters of the cycle to the reader of this one. */
export async function updateLetterStopped(ctx: AuthContext, letterId: string): Promise<void> {
  await ctx.tx
    .updateTable('cycleLetters')
    .set({ stoppedAt: ctx.now })
    .where('letterId', '=', letterId)
    .where('stoppedAt', 'is', null)
    .execute();
}

/** Deletes letters of cycles that ended before a day, with what they said. */
export async function deleteOldNotices(ctx: AuthContext, before: string): Promise<void> {
  await ctx.tx.deleteFrom('cycleNotices').where('closesOn', '<', before).execute();
}
