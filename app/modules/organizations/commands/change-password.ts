import { randomUUID } from 'node:crypto';
import { type AuthContext, withAuth } from '#db/tenancy';
import { insertMail } from '../data/mail-queue';
import { listMemberships } from '../data/memberships';
import { deletePasswordResetsOf } from '../data/password-resets';
import { deleteSessionsOf } from '../data/sessions';
import { findUser, updatePassword } from '../data/users';
import type { AttemptSource } from '../domain/attempt-limits';
import { type PasswordSetting, passwordFault } from '../domain/new-password';
import { readReset, requireReset } from '../queries/read-reset';
import { type AttemptServices, beginAttempt } from './begin-attempt';

interface Services extends AttemptServices {
  readonly passwords: {
    hash(password: string): Promise<string>;
    verify(stored: string | null, password: string): Promise<boolean>;
  };
}

const LONGEST = 1_000;

export type PasswordFaults = Partial<Record<'old' | 'password', string>>;

export type PasswordReset =
  | { readonly kind: 'done'; readonly userId: string; readonly email: string }
  | { readonly kind: 'refused'; readonly faults: PasswordFaults };

export type PasswordChanged = PasswordReset | { readonly kind: 'wait'; readonly retryAfterSeconds: number };

export interface ResetForm {
  readonly token: string;
  readonly password: string;
  readonly common: PasswordSetting['common'];
}

/**
 * Gives who holds a letter's link a new password. Every session of the account ends; the caller opens one, of the
 * stage that the account owes.
 * @throws NotFound for a void link.
 */
export async function resetPassword(
  { database, passwords }: Services,
  { token, password, common }: ResetForm,
): Promise<PasswordReset> {
  const fault = passwordFault(password, { ...(await readReset(database, token)), common });
  if (fault) return { kind: 'refused', faults: { password: fault } };
  const passwordHash = await passwords.hash(password);
  return withAuth(database, async (ctx) => {
    const { userId, email } = await requireReset(ctx, token);
    await replacePassword(ctx, { userId, email, passwordHash });
    return { kind: 'done', userId, email };
  });
}

export interface PasswordForm {
  readonly userId: string;
  /** The password so far. */
  readonly old: string;
  readonly password: string;
  readonly common: PasswordSetting['common'];
  readonly source: AttemptSource;
}

/** Gives a person who knows the password so far another one. Every session ends; the caller opens a new one. */
export async function changePassword(services: Services, form: PasswordForm): Promise<PasswordChanged> {
  const { database, passwords } = services;
  const { userId, old, password, common, source } = form;
  const { user, organizations } = await withAuth(database, async (ctx) => ({
    user: await findUser(ctx, userId),
    organizations: (await listMemberships(ctx, userId)).map((one) => one.name),
  }));
  const email = user?.email ?? '';
  const attempt = await beginAttempt(services, { purpose: 'password', account: email, source });
  if (!attempt.allowed) return { kind: 'wait', retryAfterSeconds: attempt.retryAfterSeconds };
  const fits = await passwords.verify(user?.passwordHash ?? null, old.slice(0, LONGEST));
  if (!user || !fits) return { kind: 'refused', faults: { old: 'This is not your password.' } };
  await attempt.succeeded();
  const fault =
    password === old
      ? 'Choose another password than the one so far.'
      : passwordFault(password, { email, name: user.name, organizations, common });
  if (fault) return { kind: 'refused', faults: { password: fault } };
  const passwordHash = await passwords.hash(password);
  await withAuth(database, (ctx) => replacePassword(ctx, { userId, email, passwordHash }));
  return { kind: 'done', userId, email };
}

interface Replacement {
  readonly userId: string;
  readonly email: string;
  readonly passwordHash: string;
}

async function replacePassword(
  ctx: AuthContext,
  { userId, email, passwordHash }: Replacement,
): Promise<void> {
  await updatePassword(ctx, userId, passwordHash);
  await deletePasswordResetsOf(ctx, email);
  await deleteSessionsOf(ctx, userId);
  await insertMail(ctx, {
    mailId: randomUUID(),
    kind: 'password-changed',
    organizationId: null,
    subjectId: userId,
  });
}
