import { data, type MetaFunction, redirect, type TypedResponse } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { Field } from '~/components/field';
import { FormOutcome } from '~/components/form-outcome';
import { PageHeader } from '~/components/page-header';
import { readFields } from '~/http/read-fields.server';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { getMethod } from '~/modules/capability/queries/get-method';
import { addTeam } from '~/modules/people/commands/add-team';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import { ParentField } from '~/modules/people/ui/parent-field';
import type { FieldError } from '~/shared/errors';
import { readParent } from '../o.$org.teams.$id/team-ids';

export const meta: MetaFunction = () => [{ title: 'Add a team · Cadre' }];

export const loader = tenantLoader({ permission: 'directory:write' }, async ({ ctx, viewer, url }) => {
  const { today } = await getMethod(ctx);
  const teams = (await getTeamTree(ctx, today)).map(({ teamId, path }) => ({ teamId, path }));
  const asked = url.searchParams.get('parent') ?? '';
  return {
    teams,
    chosen: teams.some(({ teamId }) => teamId === asked) ? asked : 'top',
    today,
    organization: viewer.organization.name,
    base: `/o/${viewer.organization.slug}`,
  };
});

type Answer =
  | TypedResponse<never>
  | ReturnType<typeof data<{ readonly reason: string; readonly errors: readonly FieldError[] }>>;

async function readTeam(request: Request) {
  const { one } = await readFields(request, { single: ['name', 'parent', 'from'] });
  return { name: one.name, parentId: readParent(one.parent), from: one.from };
}

export const action = tenantAction(
  {
    permission: 'directory:write',
    body: readTeam,
    refused: ({ kind, reason, errors }): Answer =>
      data({ reason, errors }, { status: kind === 'conflict' ? 409 : 422 }),
  },
  async ({ ctx, viewer, body }): Promise<Answer> =>
    redirect(`/o/${viewer.organization.slug}/teams/${await addTeam(ctx, body)}?done=added`),
);

export default function NewTeam() {
  const { teams, chosen, today, organization, base } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const faultOf = (field: string) => refusal?.errors.find(({ pointer }) => pointer === field)?.detail;
  return (
    <>
      <PageHeader
        title="Add a team"
        crumbs={[
          { label: organization, to: base },
          { label: 'Teams', to: `${base}/teams` },
          { label: 'Add' },
        ]}
      />
      <FormOutcome refused={refusal?.reason} done={null} />
      <Card>
        <Form method="post" noValidate>
          <Field
            label="Name"
            name="name"
            maxLength={200}
            required
            autoComplete="off"
            error={faultOf('/name')}
          />
          <ParentField label="Beneath" teams={teams} chosen={chosen} error={faultOf('/parentId')} />
          <Field
            label="From"
            name="from"
            type="date"
            defaultValue={today}
            required
            error={faultOf('/from')}
            hint="People can be in it from this day on."
          />
          <Button type="submit" variant="primary">
            Add team
          </Button>
        </Form>
      </Card>
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
