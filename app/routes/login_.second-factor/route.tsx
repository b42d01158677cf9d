import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { beginSession } from '~/http/begin-session.server';
import { publicRoute } from '~/http/open-route.server';
import { provePasskey } from '~/http/passkey-proof.server';
import { proveCode } from '~/http/prove-code.server';
import { readForm } from '~/http/read-form.server';
import { returnPath } from '~/http/return-path';
import { logRefusedProof } from '~/http/security-log.server';
import type { SignedIn } from '~/http/session.server';
import { getSecondFactors } from '~/modules/organizations/queries/get-second-factors';
import { SecondFactorCard } from './second-factor-card';

export const meta: MetaFunction = () => [{ title: 'Second factor · Cadre' }];

async function requireWaiting({
  request,
  context,
}: LoaderFunctionArgs | ActionFunctionArgs): Promise<SignedIn> {
  const waiting = await context.sessions.readWaiting(request.headers.get('cookie'));
  if (!waiting) throw redirect('/login');
  if (waiting.renewedCookie) context.setCookie(waiting.renewedCookie);
  return waiting;
}

/** For a session whose password was right and that opens nothing yet; `?with=recovery` asks for a recovery code. */
export const loader = publicRoute(async (asked: LoaderFunctionArgs) => {
  const waiting = await requireWaiting(asked);
  const { appSince, passkeys, recoveryCodes } = await getSecondFactors(
    asked.context.database,
    waiting.userId,
  );
  const { searchParams } = new URL(asked.request.url);
  return {
    next: returnPath(searchParams.get('next'), '/o'),
    email: waiting.email,
    hasApp: appSince !== null,
    hasPasskey: passkeys.length > 0,
    hasCodes: recoveryCodes > 0,
    asksRecovery: searchParams.get('with') === 'recovery',
  };
});

/** By a code of the app, a recovery code, or a passkey; then the session is whole, under a new id. */
export const action = publicRoute(async (asked: ActionFunctionArgs) => {
  const waiting = await requireWaiting(asked);
  const form = await readForm(asked.request);
  const proof =
    form.get('intent') === 'passkey'
      ? await provePasskey(asked, form, waiting.userId)
      : await proveCode(asked, waiting, String(form.get('code') ?? ''));
  if (!proof.ok) {
    logRefusedProof(asked.context, 'second-factor', proof.init.status);
    return data({ fault: proof.sentence }, proof.init);
  }
  const next = returnPath(form.get('next'), '/o');
  const { userId, email } = waiting;
  const secondFactor = proof.by === 'password' ? null : proof.by;
  throw await beginSession(asked, { userId, email, stage: 'full', method: 'password', secondFactor, next });
});

export default function SecondFactor() {
  const page = useLoaderData<typeof loader>();
  const fault = useActionData<typeof action>()?.fault ?? null;
  return (
    <main className="sign-in" id="content">
      <SecondFactorCard {...page} fault={fault} />
    </main>
  );
}

export { actionHeaders as headers } from '~/http/action-headers';
