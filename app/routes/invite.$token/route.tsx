import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ButtonLink } from '~/components/button';
import { DeadLink } from '~/http/dead-link';
import { publicRoute } from '~/http/open-route.server';
import { ROLE_LABELS } from '~/modules/organizations/domain/role';
import { readInvitation } from '~/modules/organizations/queries/read-invitation';
import { acceptForm } from './accept-form.server';
import { InvitationCard } from './invitation-card';

export const meta: MetaFunction = () => [
  { title: 'Invitation · Cadre' },
  { name: 'referrer', content: 'no-referrer' },
];

/** To somebody who is signed in with another address the page says neither to whom nor to what it invites. */
export const loader = publicRoute(async ({ request, context, params }: LoaderFunctionArgs) => {
  const token = params['token'] ?? '';
  const invitation = await readInvitation(context.database, token);
  const signedIn = await context.sessions.read(request.headers.get('cookie'));
  if (signedIn?.renewedCookie) context.setCookie(signedIn.renewedCookie);
  // Single sign-on of one organization does not act for the person in another.
  const person = signedIn?.method === 'sso' ? null : signedIn;
  if (person && person.email.toLowerCase() !== invitation.email.toLowerCase())
    return { kind: 'other' as const, signedInAs: person.email };
  return {
    kind: person ? ('member' as const) : invitation.hasAccount ? ('account' as const) : ('new' as const),
    organization: invitation.organizationName,
    role: ROLE_LABELS[invitation.role],
    email: invitation.email,
    token,
  };
});

export const action = publicRoute(async ({ request, context, params }: ActionFunctionArgs) => {
  const answer = await acceptForm(request, context, params['token'] ?? '');
  if ('slug' in answer) throw redirect(`/o/${answer.slug}`, { headers: { 'Set-Cookie': answer.cookie } });
  return data(answer, { status: 422 });
});

export default function Invitation() {
  const invitation = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <main className="sign-in" id="content">
      <InvitationCard invitation={invitation} name={answer?.name ?? ''} faults={answer?.faults ?? {}} />
    </main>
  );
}

export function ErrorBoundary() {
  return (
    <DeadLink
      next="If you have accepted it, sign in. Otherwise ask whoever invited you to send it again."
      action={<ButtonLink to="/login">Sign in</ButtonLink>}
    />
  );
}
