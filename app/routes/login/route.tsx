import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { publicRoute } from '~/http/open-route.server';
import { readForm } from '~/http/read-form.server';
import { returnPath } from '~/http/return-path';
import { signIn } from '~/modules/organizations/commands/sign-in.server';
import { SignInForm } from './sign-in-form';

export const meta: MetaFunction = () => [{ title: 'Sign in · Cadre' }];

export const loader = publicRoute(async ({ request, context }: LoaderFunctionArgs) => {
  const next = returnPath(new URL(request.url).searchParams.get('next'), '/o');
  const person = await context.sessions.read(request.headers.get('cookie'));
  if (person?.renewedCookie) context.setCookie(person.renewedCookie);
  return { next, signedInAs: person?.name ?? null };
});

export const action = publicRoute(async ({ request, context }: ActionFunctionArgs) => {
  const form = await readForm(request);
  const email = String(form.get('email') ?? '').trim();
  const outcome = await signIn(context, { email, password: String(form.get('password') ?? '') });
  if (!outcome.ok) return data({ email, faults: outcome.faults }, { status: 422 });
  const cookie = await context.sessions.signIn(outcome.userId, request.headers.get('cookie'), {
    stage: 'full',
    method: 'password',
    userAgent: request.headers.get('user-agent'),
  });
  throw redirect(returnPath(form.get('next'), '/o'), { headers: { 'Set-Cookie': cookie } });
});

export default function Login() {
  const { next, signedInAs } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const busy = useNavigation().state !== 'idle';
  return (
    <SignInForm
      next={next}
      signedInAs={signedInAs}
      email={answer?.email ?? ''}
      faults={answer?.faults ?? {}}
      busy={busy}
    />
  );
}
