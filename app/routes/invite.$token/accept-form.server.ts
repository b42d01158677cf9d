import type { AppLoadContext } from '@remix-run/node';
import { COMMON_PASSWORDS } from '~/common-passwords.server';
import { readForm } from '~/http/read-form.server';
import { logSignIn } from '~/http/security-log.server';
import { acceptInvitation, acceptWithNewAccount } from '~/modules/organizations/commands/accept-invitation';
import { passwordFault } from '~/modules/organizations/domain/new-password';
import { readInvitation } from '~/modules/organizations/queries/read-invitation';
import { isCadreError } from '~/shared/errors';
import type { InvitationFaults } from './invitation-card';

type Accepted = { readonly slug: string; readonly cookie: string };
type Refused = { readonly name: string; readonly faults: InvitationFaults };

/**
 * Accepts as the person who is signed in, or with a new account; either way a new session begins. Accepting proves
 * nothing: the session of somebody who was signed in is as old as the one before.
 * @throws NotFound for a link that is void.
 */
export async function acceptForm(
  request: Request,
  context: AppLoadContext,
  token: string,
): Promise<Accepted | Refused> {
  const cookie = request.headers.get('cookie');
  const signedIn = await context.sessions.read(cookie);
  // Single sign-on of one organization does not act for the person in another.
  const person = signedIn?.method === 'sso' ? null : signedIn;
  const begin = (userId: string) => {
    logSignIn(context, { userId, by: person?.method ?? 'password', stage: 'full' });
    return context.sessions.signIn(userId, cookie, {
      stage: 'full',
      method: person?.method ?? 'password',
      secondFactor: person?.secondFactor ?? null,
      userAgent: request.headers.get('user-agent'),
      ...(person ? { begunAt: person.begunAt } : {}),
    });
  };
  const form = await readForm(request);
  const name = String(form.get('name') ?? '').trim();
  const refused = (faults: InvitationFaults) => ({ name: name.slice(0, LONGEST_NAME), faults });
  try {
    if (person) {
      const slug = await acceptInvitation(context.database, token, person.userId);
      return { slug, cookie: await begin(person.userId) };
    }
    const password = String(form.get('password') ?? '');
    const { email, organizationName } = await readInvitation(context.database, token);
    const setting = { email, name, organizations: [organizationName], common: COMMON_PASSWORDS };
    const faults = faultsOf(name, passwordFault(password, setting));
    if (faults) return refused(faults);
    const passwordHash = await context.passwords.hash(password);
    const { userId, slug } = await acceptWithNewAccount(context.database, token, { name, passwordHash });
    return { slug, cookie: await begin(userId) };
  } catch (error) {
    if (isCadreError(error) && error.kind === 'conflict') return refused({ form: error.reason });
    throw error;
  }
}

const LONGEST_NAME = 200;

function faultsOf(name: string, password: string | null): InvitationFaults | null {
  const isName = name !== '' && name.length <= LONGEST_NAME && name.isWellFormed() && !name.includes('\0');
  if (isName && !password) return null;
  return {
    ...(isName ? {} : { name: `Enter your name, at most ${LONGEST_NAME} characters.` }),
    ...(password ? { password } : {}),
  };
}
