import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { publicRoute } from '~/http/open-route.server';
import { returnPath } from '~/http/return-path';
import { RouteError } from '~/http/route-error';
import { signedInByAccount } from '~/http/sso.server';
import { findOpenOrganization, isConnected } from '~/modules/organizations/queries/sso/get-open-organization';
import { OnTheWay, StartCard } from './start-card';
import { startSso } from './start-sso.server';

export const meta: MetaFunction = () => [{ title: 'Single sign-on · Cadre' }];

/** What the action says of the way on: Refresh. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

/** Says where the way leads; only a press of the button begins it, so that no other site can. */
export const loader = publicRoute(async (args: LoaderFunctionArgs) => {
  const { request, context, params } = args;
  const organization = await findOpenOrganization(context.database, params['org'] ?? '');
  const person = await signedInByAccount(args);
  const next = returnPath(new URL(request.url).searchParams.get('next'), '/o');
  const known = person ? await isConnected(context.database, organization, person.userId) : false;
  return {
    organization: organization.name,
    provider: new URL(organization.issuer).host,
    next,
    connectAs: person && !known ? person.email : null,
  };
});

export const action = publicRoute(async (args: ActionFunctionArgs) => {
  const answer = await startSso(args, args.params['org'] ?? '');
  return data(answer.body, answer.init);
});

export default function StartSingleSignOn() {
  const start = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <main className="sign-in" id="content">
      {answer?.address ? (
        <OnTheWay address={answer.address} provider={start.provider} />
      ) : (
        <StartCard start={start} fault={answer?.fault ?? null} />
      )}
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
