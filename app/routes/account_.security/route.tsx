import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { sessionRoute } from '~/http/open-route.server';
import { readForm } from '~/http/read-form.server';
import { relyingPartyOf } from '~/http/relying-party.server';
import { returnPath } from '~/http/return-path';
import { RouteError } from '~/http/route-error';
import type { SignedIn } from '~/http/session.server';
import { isFresh } from '~/modules/organizations/domain/fresh-session';
import { getProposedApp, getSecondFactors } from '~/modules/organizations/queries/get-second-factors';
import { isCadreError } from '~/shared/errors';
import { doneWords } from './done-words';
import { obeySecurityForm } from './obey-security-form.server';
import { shownPasskey } from './passkeys-card';
import { qrCode } from './qr-code.server';
import { SecurityPage } from './security-page';

type Person = { readonly person: SignedIn };

export const meta: MetaFunction = () => [
  { title: 'Security · Cadre' },
  { name: 'referrer', content: 'no-referrer' },
];

/** What second factors one has; changing them needs a session that is young. */
export const loader = sessionRoute(async ({ request, context, person }: LoaderFunctionArgs & Person) => {
  const { searchParams } = new URL(request.url);
  const fresh = isFresh(person.begunAt, new Date());
  const factors = await getSecondFactors(context.database, person.userId);
  const proposed = fresh ? await getProposedApp(context, person) : null;
  return {
    ...factors,
    appSince: factors.appSince?.toISOString() ?? null,
    passkeys: factors.passkeys.map(shownPasskey),
    name: person.name,
    email: person.email,
    fresh,
    proposed: proposed && { key: proposed.key, qr: qrCode(proposed.uri) },
    mayAddPasskeys: relyingPartyOf(context.environment, request) !== null,
    done: doneWords(searchParams.get('done')),
    next: returnPath(searchParams.get('next'), ''),
  };
});

interface Answer {
  readonly reason: string | null;
  readonly codes: readonly string[] | null;
}

/** Codes are in the answer itself, since they are shown once; everything else leads back to the page. */
export const action = sessionRoute(async (asked: ActionFunctionArgs & Person) => {
  const { request, person } = asked;
  const form = await readForm(request);
  const next = returnPath(form.get('next'), '');
  const rest = next ? `&next=${encodeURIComponent(next)}` : '';
  const here = `/account/security${rest.replace('&', '?')}`;
  if (!isFresh(person.begunAt, new Date()))
    throw redirect(`/account/security/confirm?next=${encodeURIComponent(here)}`);
  try {
    const { done, codes } = await obeySecurityForm(asked, form);
    if (codes) return data<Answer>({ reason: null, codes });
    throw redirect(done ? `/account/security?done=${done}${rest}` : here);
  } catch (error) {
    if (isCadreError(error) && (error.kind === 'invalid-input' || error.kind === 'conflict'))
      return data<Answer>({ reason: error.errors[0]?.detail ?? error.reason, codes: null }, { status: 422 });
    throw error;
  }
});

export default function Security() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <SecurityPage {...page} reason={answer?.reason ?? null} codes={answer?.codes ?? null} />;
}

export function ErrorBoundary() {
  return (
    <main className="state-page">
      <RouteError />
    </main>
  );
}
