import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { COMMON_PASSWORDS } from '~/common-passwords.server';
import { attemptSource, tooManyTries } from '~/http/attempts.server';
import { beginSession } from '~/http/begin-session.server';
import { readForm } from '~/http/read-form.server';
import type { SignedIn } from '~/http/session.server';
import { changePassword } from '~/modules/organizations/commands/change-password';
import { endOtherSessions } from '~/modules/organizations/commands/end-other-sessions';
import { renamePerson } from '~/modules/organizations/commands/rename-person';
import { InvalidInput, isCadreError } from '~/shared/errors';

export interface AccountFaults {
  readonly name?: string | undefined;
  /** The password so far. */
  readonly old?: string | undefined;
  readonly password?: string | undefined;
  readonly form?: string | undefined;
}

interface Refused {
  readonly faults: AccountFaults;
  readonly init: ResponseInit;
}

type Asked = ActionFunctionArgs & { readonly person: SignedIn };

const REFUSED: ResponseInit = { status: 422 };

/** Does what a form of the page asks for; a redirect when it is done. */
export async function obeyAccountForm(asked: Asked): Promise<Response | Refused> {
  const { context, request, person } = asked;
  const form = await readForm(request);
  const text = (name: string) => String(form.get(name) ?? '');
  switch (text('intent')) {
    case 'name':
      return rename(asked, text('name'));
    case 'password':
      return replacePassword(asked, { old: text('old'), password: text('password') });
    case 'end':
      await context.sessions.revoke(person.userId, text('session'));
      return redirect('/account?done=ended');
    case 'end-others':
      await endOtherSessions(context.database, person.userId, person.sessionKey);
      return redirect('/account?done=others');
    default:
      throw new InvalidInput('The form could not be read. Open the page again and send it once more.');
  }
}

async function rename({ context, person }: Asked, name: string): Promise<Response | Refused> {
  try {
    await renamePerson(context.database, person.userId, name);
    return redirect('/account?done=name');
  } catch (error) {
    if (!isCadreError(error) || error.kind !== 'invalid-input') throw error;
    return { faults: { name: error.reason }, init: REFUSED };
  }
}

interface Passwords {
  readonly old: string;
  readonly password: string;
}

/** All sessions end, this one too; whoever knew the password goes on in a new one. */
async function replacePassword(asked: Asked, passwords: Passwords): Promise<Response | Refused> {
  const { context, person } = asked;
  const outcome = await changePassword(context, {
    ...passwords,
    userId: person.userId,
    common: COMMON_PASSWORDS,
    source: attemptSource(asked),
  });
  if (outcome.kind === 'refused') return { faults: outcome.faults, init: REFUSED };
  if (outcome.kind === 'wait') {
    const { sentence, init } = tooManyTries(outcome.retryAfterSeconds);
    return { faults: { form: sentence }, init };
  }
  const method = person.method === 'passkey' ? 'passkey' : 'password';
  const { secondFactor } = person;
  return beginSession(asked, {
    ...outcome,
    stage: 'full',
    method,
    secondFactor,
    next: '/account?done=password',
  });
}
