import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { Forbidden } from '~/shared/errors';
import { declare } from './declaration';
import { pageErrors } from './error-response.server';
import type { SignedIn } from './session.server';

const NOT_THE_ACCOUNT =
  "You are signed in by your organization's single sign-on, which opens that organization alone. Sign in with your own password or passkey to reach your account.";

/** A loader or action that needs no sign-in. */
export function publicRoute<T, A extends LoaderFunctionArgs | ActionFunctionArgs>(
  handler: (args: A) => Promise<T>,
) {
  return declare({ access: 'public' }, (args: A): Promise<T> => pageErrors(args, () => handler(args)));
}

interface SessionOptions {
  /** Opens to a session by single sign-on too, which is no session of the whole account. */
  readonly sso?: true;
}

/**
 * A loader or action for any person who is signed in, in no organization. Throws Forbidden for a session by single
 * sign-on unless it is let in: the administrators of one organization decide who that is.
 */
export function sessionRoute<T, A extends LoaderFunctionArgs | ActionFunctionArgs>(
  handler: (args: A & { person: SignedIn }) => Promise<T>,
  { sso }: SessionOptions = {},
) {
  return declare(
    { access: 'session' },
    (args: A): Promise<T> =>
      pageErrors(args, async () => {
        const person = await args.context.sessions.read(args.request.headers.get('cookie'));
        if (!person) throw redirect('/login');
        if (person.renewedCookie) args.context.setCookie(person.renewedCookie);
        if (person.method === 'sso' && !sso) throw new Forbidden(NOT_THE_ACCOUNT);
        return handler({ ...args, person });
      }),
  );
}
