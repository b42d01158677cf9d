import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { attemptSource, tooManyTries } from '~/http/attempts.server';
import { beginSession } from '~/http/begin-session.server';
import { publicRoute } from '~/http/open-route.server';
import { provePasskey } from '~/http/passkey-proof.server';
import { readForm } from '~/http/read-form.server';
import { returnPath } from '~/http/return-path';
import { logRefusedProof } from '~/http/security-log.server';
import { signUpIsOpen } from '~/http/sign-up-policy.server';
import { signIn } from '~/modules/organizations/commands/sign-in.server';
import { sessionStageOf } from '~/modules/organizations/queries/session-stage';
import { SignInForm } from './sign-in-form';

export const meta: MetaFunction = () => [{ title: 'Sign in · Cadre' }];

/** Somebody whose password was right already goes on to the second factor. */
export const loader = publicRoute(async ({ request, context }: LoaderFunctionArgs) => {
  const { searchParams } = new URL(request.url);
  const next = returnPath(searchParams.get('next'), '/o');
  const cookie = request.headers.get('cookie');
  const person = await context.sessions.read(cookie);
  if (person?.renewedCookie) context.setCookie(person.renewedCookie);
  if (!person && (await context.sessions.readWaiting(cookie)))
    throw redirect(`/login/second-factor?next=${encodeURIComponent(next)}`);
  return {
    next,
    isDeleted: searchParams.get('done') === 'deleted',
    signedInAs: person?.name ?? null,
    isSso: person?.method === 'sso',
    maySignUp: signUpIsOpen(context.environment),
  };
});

/** By password, which may leave a second factor to be asked for; or by a passkey, which is two in one. */
export const action = publicRoute(async (asked: ActionFunctionArgs) => {
  const { request, context } = asked;
  const form = await readForm(request);
  const next = returnPath(form.get('next'), '/o');
  if (form.get('intent') === 'passkey') {
    const proof = await provePasskey(asked, form, null);
    if (!proof.ok) {
      logRefusedProof(context, 'passkey', proof.init.status);
      return data({ email: '', faults: { form: proof.sentence } }, proof.init);
    }
    throw await beginSession(asked, { ...proof, stage: 'full', method: 'passkey', next });
  }
  const email = String(form.get('email') ?? '').trim();
  const password = String(form.get('password') ?? '');
  const outcome = await signIn(context, { email, password, source: attemptSource(asked) });
  if (!outcome.ok) {
    logRefusedProof(context, 'password', outcome.retryAfterSeconds === null ? 422 : 429);
    if (outcome.retryAfterSeconds === null) return data({ email, faults: outcome.faults }, { status: 422 });
    const { sentence, init } = tooManyTries(outcome.retryAfterSeconds);
    return data({ email, faults: { form: sentence } }, init);
  }
  const stage = await sessionStageOf(context.database, outcome.userId);
  throw await beginSession(asked, { ...outcome, stage, method: 'password', next });
});

export default function Login() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const busy = useNavigation().state !== 'idle';
  return <SignInForm {...page} email={answer?.email ?? ''} faults={answer?.faults ?? {}} busy={busy} />;
}

export { actionHeaders as headers } from '~/http/action-headers';
