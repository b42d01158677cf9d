import { data, type MetaFunction, redirect, type TypedResponse } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { FormOutcome } from '~/components/form-outcome';
import { PageHeader } from '~/components/page-header';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { addRequirement } from '~/modules/capability/commands/change-requirement';
import { getMethod } from '~/modules/capability/queries/get-method';
import { RequirementFields } from '~/modules/capability/ui/requirements/requirement-fields';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import { InvalidInput } from '~/shared/errors';
import { readRequirementForm } from './read-requirement-form.server';

export const meta: MetaFunction = () => [{ title: 'Add a requirement · Cadre' }];

/** Writes a new requirement. */
export const loader = tenantLoader({ permission: 'catalogue:write' }, async ({ ctx, viewer }) => {
  const { today } = await getMethod(ctx);
  return {
    today,
    teams: (await getTeamTree(ctx, today)).map(({ teamId, path }) => ({ teamId, path })),
    organization: viewer.organization.name,
    base: `/o/${viewer.organization.slug}`,
  };
});

type Answer = TypedResponse<never> | ReturnType<typeof data<{ readonly refused: string }>>;

export const action = tenantAction(
  {
    permission: 'catalogue:write',
    body: readRequirementForm,
    refused: ({ reason }): Answer => data({ refused: reason }, { status: 422 }),
  },
  async ({ ctx, viewer, body: { facts, from } }): Promise<Answer> => {
    if (!facts) throw new InvalidInput('There is nothing to end here.');
    const id = await addRequirement(ctx, { facts, from });
    return redirect(`/o/${viewer.organization.slug}/requirements/${id}?saved=1`);
  },
);

export default function NewRequirementPage() {
  const { today, teams, organization, base } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const list = { label: 'Requirements', to: `${base}/requirements` };
  return (
    <>
      <PageHeader
        title="Add a requirement"
        crumbs={[{ label: organization, to: base }, list, { label: 'Add' }]}
      />
      <FormOutcome refused={answer?.refused} done={null} />
      <Card title="What is needed">
        <Form method="post">
          <RequirementFields facts={null} from={today} teams={teams} />
          <Button type="submit" name="intent" value="save" variant="primary">
            Add
          </Button>
        </Form>
      </Card>
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
