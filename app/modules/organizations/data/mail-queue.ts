import { sql } from 'kysely';
import type { AuthContext } from '#db/tenancy';

/** What a letter is about: a membership of an organization, an account, or a person's record in the directory. */
export type MailKind =
  | 'invitation'
  | 'member-changed'
  | 'member-removed'
  | 'sso-connected'
  | 'contest-opened'
  | 'contest-answered'
  | 'sign-in-linked'
  | 'sign-in-taken-back'
  | 'record-linked'
  | 'record-taken-back'
  | 'cycle-opened'
  | 'cycle-reminder'
  | 'sign-up'
  | 'password-reset'
  | 'password-changed'
  | 'second-factor-changed';

export interface QueuedMail {
  readonly mailId: string;
  readonly kind: MailKind;
  /** Null when the letter is about an account. */
  readonly organizationId: string | null;
  /** The invitation, the letter about a cycle, the user, or the person of the directory whose record it is. */
  readonly subjectId: string;
  /** The person of the directory to whom the letter leads; null: nobody else. */
  readonly aboutId: string | null;
  /** Tries that were begun. */
  readonly attempts: number;
}

/** Adds a letter to those that wait, and asks the worker to send it once this transaction is kept. */
export async function insertMail(
  ctx: AuthContext,
  mail: Omit<QueuedMail, 'attempts' | 'aboutId'> & { readonly aboutId?: string | null },
): Promise<void> {
  await ctx.tx
    .insertInto('mailQueue')
    .values({ ...mail, dueAt: ctx.now, createdAt: ctx.now })
    .execute();
  await askForMails(ctx, 0);
}

/** Asks the worker to send what is due then. */
export async function askForMails(ctx: AuthContext, delaySeconds: number): Promise<void> {
  await sql`select auth.ask_for_mails(${delaySeconds}::integer)`.execute(ctx.tx);
}

/** Takes the letter that has waited longest for this worker alone; undefined when none is due. */
export async function takeMail(ctx: AuthContext): Promise<QueuedMail | undefined> {
  const row = await ctx.tx
    .updateTable('mailQueue')
    .set((eb) => ({ state: 'sending', attempts: eb('attempts', '+', 1) }))
    .where('mailId', '=', (eb) =>
      eb
        .selectFrom('mailQueue')
        .select('mailId')
        .where('state', '=', 'waiting')
        .where('dueAt', '<=', ctx.now)
        .orderBy('createdAt')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['mailId', 'kind', 'organizationId', 'subjectId', 'aboutId', 'attempts'])
    .executeTakeFirst();
  return row as QueuedMail | undefined;
}

/** Puts a letter that surely did not go out back among those that wait. */
export async function returnMail(ctx: AuthContext, mailId: string, dueAt: Date): Promise<void> {
  await ctx.tx
    .updateTable('mailQueue')
    .set({ state: 'waiting', dueAt })
    .where('mailId', '=', mailId)
    .execute();
}

/** Leaves a letter unsent for good. */
export async function giveUpMail(ctx: AuthContext, mailId: string): Promise<void> {
  await ctx.tx.updateTable('mailQueue').set({ state: 'given_up' }).where('mailId', '=', mailId).execute();
}

export async function deleteMail(ctx: AuthContext, mailId: string): Promise<void> {
  await ctx.tx.deleteFrom('mailQueue').where('mailId', '=', mailId).execute();
}

/** When the next letter that waits is due, or null. */
export async function findNextDue(ctx: AuthContext): Promise<Date | null> {
  const row = await ctx.tx
    .selectFrom('mailQueue')
    .select((eb) => eb.fn.min('dueAt').as('dueAt'))
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return row?.dueAt ?? null;
}

/** Deletes letters of before that moment that were not sent. */
export async function deleteOldMails(ctx: AuthContext, before: Date): Promise<void> {
  await ctx.tx.deleteFrom('mailQueue').where('createdAt', '<', before).execute();
}
