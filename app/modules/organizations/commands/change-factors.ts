import { randomUUID } from 'node:crypto';
import type { Database } from '#db/database';
import { type AuthContext, withAuth } from '#db/tenancy';
import { Conflict } from '~/shared/errors';
import { insertMail } from '../data/mail-queue';
import { deleteRecoveryCodes } from '../data/recovery-codes';
import { deleteOtherSessionsOf } from '../data/sessions';
import { hasSecondFactor, listPoliciesOf } from '../data/sign-in-policies';
import { lockUser } from '../data/users';
import { asksForFactor } from '../domain/second-factor';

/** Whose second factors, and the session that makes the change. */
export interface FactorOwner {
  readonly userId: string;
  readonly sessionKey: string;
}

/**
 * Changes somebody's second factors: their other sessions end, and a letter says so, in the same transaction.
 * @throws Conflict when none would be left although an organization asks for one.
 */
export async function changeFactors<T>(
  database: Database,
  { userId, sessionKey }: FactorOwner,
  work: (ctx: AuthContext) => Promise<T>,
): Promise<T> {
  return withAuth(database, async (ctx) => {
    await lockUser(ctx, userId);
    const value = await work(ctx);
    if (!(await hasSecondFactor(ctx, userId))) await requireNoneAsked(ctx, userId);
    await deleteOtherSessionsOf(ctx, userId, sessionKey);
    await tellFactorsChanged(ctx, userId);
    return value;
  });
}

/** Writes to somebody that the ways in which they confirm a sign-in changed. */
export async function tellFactorsChanged(ctx: AuthContext, userId: string): Promise<void> {
  const mail = { mailId: randomUUID(), kind: 'second-factor-changed', organizationId: null } as const;
  await insertMail(ctx, { ...mail, subjectId: userId });
}

async function requireNoneAsked(ctx: AuthContext, userId: string): Promise<void> {
  const asking = (await listPoliciesOf(ctx, userId)).filter(asksForFactor);
  if (asking.length > 0) {
    const names = asking.map(({ name }) => name).join(', ');
    throw new Conflict(`A second factor is required by ${names}. Set up another one first.`);
  }
  // Without a factor there is nothing that they could stand in for.
  await deleteRecoveryCodes(ctx, userId);
}
