import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AccountShell } from '~/components/account-shell';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { sessionRoute } from '~/http/open-route.server';
import type { SignedIn } from '~/http/session.server';
import { deviceWords } from '~/modules/organizations/domain/device-words';
import { type AccountFaults, obeyAccountForm } from './account-form.server';
import { NameCard } from './name-card';
import { PasswordCard } from './password-card';
import { SessionsCard } from './sessions-card';

export const meta: MetaFunction = () => [{ title: 'Account · Cadre' }];

type Signed<Args> = Args & { readonly person: SignedIn };

const DONE: Readonly<Record<string, string>> = {
  name: 'Your name was changed.',
  password: 'Your password was changed. Every other browser was signed out, and a letter says so.',
  ended: 'The session was ended.',
  others: 'All other sessions were ended.',
};

export const loader = sessionRoute(async ({ request, context, person }: Signed<LoaderFunctionArgs>) => {
  const sessions = await context.sessions.list(person.userId, request.headers.get('cookie'));
  return {
    person: { name: person.name, email: person.email },
    done: DONE[new URL(request.url).searchParams.get('done') ?? ''] ?? null,
    sessions: sessions.map(({ userAgent, lastSeenAt, ...session }) => ({
      ...session,
      device: deviceWords(userAgent),
      lastSeenAt: lastSeenAt.toISOString(),
    })),
  };
});

export const action = sessionRoute(async (asked: Signed<ActionFunctionArgs>) => {
  const answer = await obeyAccountForm(asked);
  if (answer instanceof Response) throw answer;
  return data({ faults: answer.faults }, answer.init);
});

export default function Account() {
  const { person, done, sessions } = useLoaderData<typeof loader>();
  const faults: AccountFaults = useActionData<typeof action>()?.faults ?? {};
  return (
    <AccountShell person={person}>
      <PageHeader title="Account" />
      {done && Object.keys(faults).length === 0 ? (
        <Notice tone="good" announce>
          {done}
        </Notice>
      ) : null}
      {faults.form ? (
        <Notice tone="bad" announce>
          {faults.form}
        </Notice>
      ) : null}
      <div className="stack">
        <NameCard name={person.name} email={person.email} fault={faults.name} />
        <PasswordCard email={person.email} faults={faults} />
        <SessionsCard sessions={sessions} />
      </div>
    </AccountShell>
  );
}
