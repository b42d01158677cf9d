import { data, type MetaFunction, redirect, type TypedResponse } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { readForm } from '~/http/read-form.server';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { changeSecondFactorRequired } from '~/modules/organizations/commands/change-sign-in-policy';
import { getSignInPolicy } from '~/modules/organizations/queries/get-sign-in-policy';
import { InvalidInput } from '~/shared/errors';
import { SecondFactorPolicy } from './second-factor-policy';

export const meta: MetaFunction = () => [{ title: 'Sign-in · Cadre' }];

/** What the organization asks of whoever signs in. */
export const loader = tenantLoader(
  { permission: 'organization:write' },
  async ({ viewer, url, context }) => ({
    policy: await getSignInPolicy(context.database, {
      organizationId: viewer.organization.id,
      userId: viewer.id,
    }),
    done: url.searchParams.get('done') === 'changed',
    organization: viewer.organization.name,
    base: `/o/${viewer.organization.slug}`,
  }),
);

async function readPolicy(request: Request): Promise<boolean> {
  const wanted = (await readForm(request)).get('secondFactor');
  if (wanted !== 'required' && wanted !== 'optional')
    throw new InvalidInput('Choose whether a second factor is required.');
  return wanted === 'required';
}

type Answer = TypedResponse<never> | ReturnType<typeof data<{ reason: string }>>;

export const action = tenantAction(
  {
    permission: 'organization:write',
    body: readPolicy,
    refused: ({ reason }): Answer => data({ reason }, { status: 422 }),
  },
  async ({ viewer, context, body }): Promise<Answer> => {
    await changeSecondFactorRequired(context.database, viewer, body);
    return redirect(`/o/${viewer.organization.slug}/settings/sign-in?done=changed`);
  },
);

export default function SignInSettings() {
  const { policy, done, organization, base } = useLoaderData<typeof loader>();
  const reason = useActionData<typeof action>()?.reason;
  return (
    <>
      <PageHeader title="Sign-in" crumbs={[{ label: organization, to: base }, { label: 'Sign-in' }]} />
      {reason ? (
        <Notice tone="bad" announce>
          {reason}
        </Notice>
      ) : null}
      {done && !reason ? (
        <Notice tone="good" announce>
          Saved. It counts from each member's next page on.
        </Notice>
      ) : null}
      <SecondFactorPolicy policy={policy} organization={organization} base={base} />
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
