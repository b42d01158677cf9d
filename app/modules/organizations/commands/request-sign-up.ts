import { randomUUID } from 'node:crypto';
import { withAuth } from '#db/tenancy';
import { isSlugReserved } from '../data/former-slugs';
import { insertMail } from '../data/mail-queue';
import { findOrganizationBySlug } from '../data/organization-directory';
import { insertSignUp } from '../data/sign-ups';
import type { AttemptSource } from '../domain/attempt-limits';
import type { PasswordSetting } from '../domain/new-password';
import { type SignUpFaults, type SignUpForm, signUpFaults, trimmedSignUp } from '../domain/sign-up';
import { type AttemptServices, beginAttempt } from './begin-attempt';

export interface AccountServices extends AttemptServices {
  readonly passwords: { hash(password: string): Promise<string> };
}

export interface SignUpRequest {
  readonly form: SignUpForm;
  readonly common: PasswordSetting['common'];
  readonly source: AttemptSource;
}

export type SignUpAnswer =
  | { readonly kind: 'sent' }
  | { readonly kind: 'refused'; readonly form: SignUpForm; readonly faults: SignUpFaults }
  | { readonly kind: 'wait'; readonly form: SignUpForm; readonly retryAfterSeconds: number };

const DAY_MS = 86_400_000;

/**
 * Keeps a sign-up until its address is confirmed, and asks for the letter. Whether the address has an account already
 * is not looked at: the letter's job finds out, so that answer and time are the same.
 */
export async function requestSignUp(
  services: AccountServices,
  request: SignUpRequest,
): Promise<SignUpAnswer> {
  const form = trimmedSignUp(request.form);
  const faults = signUpFaults(form, request.common);
  if (faults) return { kind: 'refused', form, faults };
  const { email, name, slug, organization } = form;
  const place = await beginAttempt(services, { purpose: 'sign-up', account: null, source: request.source });
  if (!place.allowed) return { kind: 'wait', form, retryAfterSeconds: place.retryAfterSeconds };
  const passwordHash = await services.passwords.hash(form.password);
  const signUpId = randomUUID();
  const letter = await beginAttempt(services, {
    purpose: 'sign-up-letter',
    account: email,
    source: request.source,
  });
  const isTaken = await withAuth(services.database, async (ctx) => {
    if ((await findOrganizationBySlug(ctx, slug)) || (await isSlugReserved(ctx, slug))) return true;
    if (!letter.allowed) return false;
    const expiresAt = new Date(ctx.now.getTime() + DAY_MS);
    await insertSignUp(ctx, {
      signUpId,
      email,
      name,
      passwordHash,
      organizationName: organization,
      slug,
      expiresAt,
    });
    await insertMail(ctx, {
      mailId: randomUUID(),
      kind: 'sign-up',
      organizationId: null,
      subjectId: signUpId,
    });
    return false;
  });
  if (!isTaken) return { kind: 'sent' };
  return { kind: 'refused', form, faults: { slug: `The address ${slug} is taken. Choose another.` } };
}
