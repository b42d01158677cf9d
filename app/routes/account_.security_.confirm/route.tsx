import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { Notice } from '~/components/notice';
import { beginSession } from '~/http/begin-session.server';
import { sessionRoute } from '~/http/open-route.server';
import { provePasskey } from '~/http/passkey-proof.server';
import { proveOwner } from '~/http/prove-code.server';
import { readForm } from '~/http/read-form.server';
import { returnPath } from '~/http/return-path';
import { RouteError } from '~/http/route-error';
import { logRefusedProof } from '~/http/security-log.server';
import type { SignedIn } from '~/http/session.server';
import { getSecondFactors } from '~/modules/organizations/queries/get-second-factors';
import { PasskeyForm } from '~/modules/organizations/ui/passkey-form';

type Person = { readonly person: SignedIn };

export const meta: MetaFunction = () => [{ title: 'Confirm that it is you · Cadre' }];

const FALLBACK = '/account/security';

/** Why a proof is asked for, where it is not for a change of how one signs in. */
const WHYS: ReadonlyMap<string, string> = new Map([
  [
    'rights',
    'An administrator changed what you may see and do in this organization. Everywhere else you stay signed in.',
  ],
  ['change', 'What you are about to do needs a sign-in of the last ten minutes. You go on where you were.'],
]);

export const loader = sessionRoute(async ({ request, context, person }: LoaderFunctionArgs & Person) => {
  const { searchParams } = new URL(request.url);
  const { appSince, passkeys } = await getSecondFactors(context.database, person.userId);
  return {
    next: returnPath(searchParams.get('next'), FALLBACK),
    why: WHYS.get(searchParams.get('why') ?? '') ?? 'Changes of how you sign in need a recent proof.',
    email: person.email,
    hasApp: appSince !== null,
    hasPasskey: passkeys.length > 0,
  };
});

/** A new session of the same kind begins, from which on changes are open for a while. */
export const action = sessionRoute(async (asked: ActionFunctionArgs & Person) => {
  const { request, person } = asked;
  const form = await readForm(request);
  const proof =
    form.get('intent') === 'passkey'
      ? await provePasskey(asked, form, person.userId)
      : await proveOwner(asked, person, String(form.get('proof') ?? ''));
  if (!proof.ok) {
    logRefusedProof(asked.context, 'confirmation', proof.init.status);
    return data({ fault: proof.sentence }, proof.init);
  }
  const { userId, email } = person;
  const method = person.method === 'passkey' ? 'passkey' : 'password';
  const next = returnPath(form.get('next'), FALLBACK);
  const isFactor = method === 'password' && proof.by !== 'password';
  const secondFactor = isFactor ? proof.by : person.secondFactor;
  throw await beginSession(asked, { userId, email, stage: 'full', method, secondFactor, next });
});

export default function Confirm() {
  const { next, why, email, hasApp, hasPasskey } = useLoaderData<typeof loader>();
  const fault = useActionData<typeof action>()?.fault;
  const words = hasApp ? 'Password, or code of your authenticator app' : 'Password';
  return (
    <main className="sign-in" id="content">
      <div className="sign-in-card card">
        <h1>Confirm that it is you</h1>
        <p>
          You are signed in as {email}. {why}
        </p>
        {fault ? (
          <Notice tone="bad" announce>
            {fault}
          </Notice>
        ) : null}
        <Form method="post" noValidate>
          <input type="hidden" name="next" value={next} />
          <Field label={words} name="proof" type="password" autoComplete="current-password" required />
          <Button type="submit" variant="primary">
            Confirm
          </Button>
        </Form>
        {hasPasskey ? (
          <PasskeyForm purpose="confirm" label="Use a passkey">
            <input type="hidden" name="next" value={next} />
          </PasskeyForm>
        ) : null}
      </div>
    </main>
  );
}

export function ErrorBoundary() {
  return (
    <main className="state-page">
      <RouteError />
    </main>
  );
}

export { actionHeaders as headers } from '~/http/action-headers';
