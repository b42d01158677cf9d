import { data, type MetaFunction, redirect, type TypedResponse } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { readForm } from '~/http/read-form.server';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { leaveOrganization } from '~/modules/organizations/commands/leave-organization';
import { ROLE_LABELS } from '~/modules/organizations/domain/role';
import { listMadeTokens } from '~/modules/organizations/queries/list-made-tokens';
import { InvalidInput } from '~/shared/errors';

export const meta: MetaFunction = () => [{ title: 'Your membership · Cadre' }];

export const loader = tenantLoader({ permission: 'session:read' }, async ({ viewer, context }) => ({
  role: viewer.role,
  tokens: await listMadeTokens(context.database, viewer),
  organization: viewer.organization.name,
  base: `/o/${viewer.organization.slug}`,
}));

async function readLeaving(request: Request): Promise<void> {
  if ((await readForm(request)).get('confirm') !== 'yes')
    throw new InvalidInput('Tick the box first, so that nobody leaves by a slip.');
}

type Answer = TypedResponse<never> | ReturnType<typeof data<{ reason: string }>>;

export const action = tenantAction(
  {
    permission: 'session:read',
    body: readLeaving,
    refused: ({ reason }): Answer => data({ reason }, { status: 422 }),
  },
  async ({ viewer, context }): Promise<Answer> => {
    await leaveOrganization(context.database, viewer);
    return redirect('/o');
  },
);

export default function MyMembership() {
  const { role, tokens, organization, base } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.reason;
  return (
    <>
      <PageHeader
        title="Your membership"
        crumbs={[{ label: organization, to: base }, { label: 'Your membership' }]}
      />
      {refused ? (
        <Notice tone="bad" announce>
          {refused}
        </Notice>
      ) : null}
      <Card title={`Leave ${organization}`}>
        <div className="stack">
          <p>
            You are here as {ROLE_LABELS[role]}. Once you have left, only an administrator can invite you
            again. Records about you as an employee stay with the organization.
          </p>
          {tokens.length > 0 ? (
            <Notice>
              You made API tokens that go on working after you left: {tokens.join(', ')}. They belong to{' '}
              {organization}, and an administrator can revoke them. Your tokens that wait for approval end
              with your membership.
            </Notice>
          ) : null}
        </div>
        <Form method="post">
          <label className="upload-choice">
            <input type="checkbox" name="confirm" value="yes" />I want to leave {organization}
          </label>
          <Button type="submit" variant="danger">
            Leave
          </Button>
        </Form>
      </Card>
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
