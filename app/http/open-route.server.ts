import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { declare } from './declaration';
import { pageErrors } from './error-response.server';
import type { SignedIn } from './session.server';

/** A loader or action that needs no sign-in. */
export function publicRoute<T, A extends LoaderFunctionArgs | ActionFunctionArgs>(
  handler: (args: A) => Promise<T>,
) {
  return declare({ access: 'public' }, (args: A): Promise<T> => pageErrors(args, () => handler(args)));
}

/** A loader or action for any person who is signed in, in no organization. */
export function sessionRoute<T, A extends LoaderFunctionArgs | ActionFunctionArgs>(
  handler: (args: A & { person: SignedIn }) => Promise<T>,
) {
  return declare(
    { access: 'session' },
    (args: A): Promise<T> =>
      pageErrors(args, async () => {
        const person = await args.context.sessions.read(args.request.headers.get('cookie'));
        if (!person) throw redirect('/login');
        if (person.renewedCookie) args.context.setCookie(person.renewedCookie);
        return handler({ ...args, person });
      }),
  );
}
