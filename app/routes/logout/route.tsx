import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { publicRoute } from '~/http/open-route.server';

/** Ends the session and clears its cookie. */
export const action = publicRoute(async ({ request, context }: ActionFunctionArgs) => {
  const cookie = await context.sessions.signOut(request.headers.get('cookie'));
  return redirect('/login', { headers: { 'Set-Cookie': cookie } });
});

/** Signing out changes something, so the address alone does not do it. */
export const loader = publicRoute(async () => redirect('/'));
