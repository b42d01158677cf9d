import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { publicRoute } from '~/http/open-route.server';

/** Ends the session, clears its cookie and what pages kept in the browser, such as ratings that were not sent yet. */
export const action = publicRoute(async ({ request, context }: ActionFunctionArgs) => {
  const cookie = await context.sessions.signOut(request.headers.get('cookie'));
  return redirect('/login', { headers: { 'Set-Cookie': cookie, 'Clear-Site-Data': '"storage"' } });
});

/** Signing out changes something, so the address alone does not do it. */
export const loader = publicRoute(async () => redirect('/'));
