import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { publicRoute } from '~/http/open-route.server';

/** The start: the organizations of who is signed in, else the sign-in. */
export const loader = publicRoute(async ({ request, context }: LoaderFunctionArgs) => {
  const person = await context.sessions.read(request.headers.get('cookie'));
  if (person?.renewedCookie) context.setCookie(person.renewedCookie);
  return redirect(person ? '/o' : '/login');
});
