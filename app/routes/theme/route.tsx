import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { publicRoute } from '~/http/open-route.server';
import { readForm } from '~/http/read-form.server';
import { returnPath } from '~/http/return-path';
import { themeCookie } from '~/http/theme-cookie.server';

/** Remembers light, dark or the system's in this browser and goes back. */
export const action = publicRoute(async ({ request }: ActionFunctionArgs) => {
  const form = await readForm(request);
  return redirect(returnPath(form.get('returnTo'), '/'), {
    headers: { 'Set-Cookie': themeCookie(String(form.get('theme'))) },
  });
});

/** The address itself shows nothing: it leads to the start. */
export const loader = publicRoute(async () => redirect('/'));
