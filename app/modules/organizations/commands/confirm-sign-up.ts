import { randomUUID } from 'node:crypto';
import type { Database } from '#db/database';
import { withAuth, withMembers } from '#db/tenancy';
import { Conflict } from '~/shared/errors';
import { insertMembership } from '../data/memberships';
import { deleteSignUpsOf, type SignUpRow } from '../data/sign-ups';
import { findUserByEmail, insertUser } from '../data/users';
import type { AttemptSource } from '../domain/attempt-limits';
import { requireSignUp } from '../queries/read-sign-up';
import { type AttemptServices, beginAttempt } from './begin-attempt';
import { createOrganization } from './create-organization';
import { recordAudit } from './record-audit';

interface Services extends AttemptServices {
  readonly passwords: { verify(stored: string | null, password: string): Promise<boolean> };
}

export interface Confirmation {
  readonly token: string;
  /** As chosen at sign-up: whoever asked with somebody else's address has no link, and who has the link no password. */
  readonly password: string;
  /** Another one, where that of the sign-up is taken by now. */
  readonly slug: string;
  readonly source: AttemptSource;
}

export type Confirmed =
  | { readonly kind: 'done'; readonly userId: string; readonly slug: string; readonly email: string }
  | { readonly kind: 'wrong-password' }
  | { readonly kind: 'wait'; readonly retryAfterSeconds: number };

const KNOWN = 'Somebody signs in with this address already. Sign in instead.';
const LONGEST = 1_000;

/**
 * Makes organization, person and owner of a confirmed sign-up. The organization has the sign-up's id, so a link that
 * broke off in the middle may be followed again.
 * @throws NotFound for a void link; Conflict when the address has an account by now, or naming `slug` when it is taken.
 */
export async function confirmSignUp(services: Services, confirmation: Confirmation): Promise<Confirmed> {
  const { database, passwords } = services;
  const { token, password, source } = confirmation;
  const signUp = await withAuth(database, (ctx) => requireSignUp(ctx, token));
  const account = `sign-up ${signUp.signUpId}`;
  const attempt = await beginAttempt(services, { purpose: 'password', account, source });
  if (!attempt.allowed) return { kind: 'wait', retryAfterSeconds: attempt.retryAfterSeconds };
  if (!(await passwords.verify(signUp.passwordHash, password.slice(0, LONGEST))))
    return { kind: 'wrong-password' };
  await attempt.succeeded();
  if (await withAuth(database, (ctx) => findUserByEmail(ctx, signUp.email))) throw new Conflict(KNOWN);
  const slug = confirmation.slug || signUp.slug;
  const organizationId = await createOrganization(
    database,
    { slug, name: signUp.organizationName, timeZone: 'UTC' },
    signUp.signUpId,
  );
  const userId = randomUUID();
  await makeOwner(database, { organizationId, userId, token, signUp });
  return { kind: 'done', userId, slug, email: signUp.email };
}

interface Owner {
  readonly organizationId: string;
  readonly userId: string;
  readonly token: string;
  readonly signUp: SignUpRow;
}

async function makeOwner(
  database: Database,
  { organizationId, userId, token, signUp }: Owner,
): Promise<void> {
  const { email, name, passwordHash } = signUp;
  await withMembers(database, { organizationId, actor: { kind: 'user', id: userId } }, async (ctx) => {
    // Once more: of two who follow the link at once, one finds it used.
    await requireSignUp(ctx, token);
    await deleteSignUpsOf(ctx, email);
    if (!(await insertUser(ctx, { userId, email, name, passwordHash }))) throw new Conflict(KNOWN);
    await insertMembership(ctx, { organizationId, userId, role: 'owner', teamScope: [] });
    const organization = { kind: 'organization', id: organizationId } as const;
    recordAudit(ctx, { action: 'organization.create', subject: organization, details: {} });
  });
}
