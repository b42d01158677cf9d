import { randomUUID } from 'node:crypto';
import { withAuth } from '#db/tenancy';
import { insertMail } from '../data/mail-queue';
import { insertPasswordReset } from '../data/password-resets';
import type { AttemptSource } from '../domain/attempt-limits';
import { emailAddress } from '../domain/email-address';
import { type AttemptServices, beginAttempt } from './begin-attempt';

export type ResetAnswer =
  /** The same whether there is an account, and whether a letter went to it only just now. */
  | { readonly kind: 'asked' }
  | { readonly kind: 'no-address' }
  | { readonly kind: 'wait'; readonly retryAfterSeconds: number };

const HOUR_MS = 3_600_000;

/**
 * Asks for a letter with which to choose a new password. Whether the address has an account is found out by the job
 * that sends it. Of one address few letters go out in an hour; whoever asks too often from one place has to wait.
 */
export async function requestReset(
  services: AttemptServices,
  { email: text, source }: { readonly email: string; readonly source: AttemptSource },
): Promise<ResetAnswer> {
  const email = emailAddress(text);
  if (!email) return { kind: 'no-address' };
  const place = await beginAttempt(services, { purpose: 'reset', account: null, source });
  if (!place.allowed) return { kind: 'wait', retryAfterSeconds: place.retryAfterSeconds };
  const letter = await beginAttempt(services, { purpose: 'reset-letter', account: email, source });
  if (!letter.allowed) return { kind: 'asked' };
  await withAuth(services.database, async (ctx) => {
    const resetId = randomUUID();
    await insertPasswordReset(ctx, { resetId, email, expiresAt: new Date(ctx.now.getTime() + HOUR_MS) });
    await insertMail(ctx, {
      mailId: randomUUID(),
      kind: 'password-reset',
      organizationId: null,
      subjectId: resetId,
    });
  });
  return { kind: 'asked' };
}
