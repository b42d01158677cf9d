import { data, type MetaFunction, redirect, type TypedResponse } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { Field } from '~/components/field';
import { FormOutcome } from '~/components/form-outcome';
import { PageHeader } from '~/components/page-header';
import { readFields } from '~/http/read-fields.server';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { organizationDay } from '~/modules/organizations/queries/organization-day';
import { addPosition } from '~/modules/people/commands/change-position';
import { POSITION_FIELDS, readPositionFields } from '~/modules/people/domain/position-form';
import { findNamedPerson } from '~/modules/people/queries/find-named-person';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import { listSites } from '~/modules/people/queries/list-sites';
import { PositionFields } from '~/modules/people/ui/position-fields';
import type { FieldError } from '~/shared/errors';

export const meta: MetaFunction = () => [{ title: 'New position · Cadre' }];

export const loader = tenantLoader({ permission: 'directory:write' }, async ({ ctx, viewer }) => {
  const asOf = await organizationDay(ctx);
  return {
    teams: (await getTeamTree(ctx, asOf)).map(({ teamId, path }) => ({ teamId, path })),
    sites: await listSites(ctx, asOf),
    organization: viewer.organization.name,
    base: `/o/${viewer.organization.slug}`,
  };
});

interface Refusal {
  readonly reason: string;
  readonly errors: readonly FieldError[];
}
type Answer = TypedResponse<never> | ReturnType<typeof data<Refusal>>;

export const action = tenantAction(
  {
    permission: 'directory:write',
    body: async (request) => {
      const { one } = await readFields(request, { single: [...POSITION_FIELDS, 'externalId', 'incumbent'] });
      const externalId = one.externalId.trim();
      return { facts: readPositionFields(one), externalId, incumbent: one.incumbent.trim() };
    },
    refused: ({ kind, reason, errors }): Answer =>
      data({ reason, errors }, { status: kind === 'conflict' ? 409 : 422 }),
  },
  async ({ ctx, viewer, body: { facts, externalId, incumbent } }): Promise<Answer> => {
    const incumbentId = incumbent === '' ? undefined : await findNamedPerson(ctx, incumbent, 'incumbent');
    const id = await addPosition(
      ctx,
      { ...facts, externalId, ...(incumbentId ? { incumbentId } : {}) },
      { today: await organizationDay(ctx) },
    );
    return redirect(`/o/${viewer.organization.slug}/positions/${id}?done=added`);
  },
);

const NOTHING = { title: '', teamId: '', siteId: '', soc: '', roleBand: '', critical: '' };

export default function NewPosition() {
  const { teams, sites, organization, base } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const isBusy = useNavigation().state === 'submitting';
  const faultOf = (field: string) => refusal?.errors.find(({ pointer }) => pointer === field)?.detail;
  return (
    <>
      <PageHeader
        title="New position"
        crumbs={[
          { label: organization, to: base },
          { label: 'Positions', to: `${base}/positions` },
          { label: 'New' },
        ]}
      />
      <FormOutcome refused={refusal?.reason} done={null} />
      <Card title="The post">
        <Form method="post" noValidate>
          <PositionFields entered={NOTHING} teams={teams} sites={sites} faultOf={faultOf} />
          <div className="settings-fields">
            <Field
              label="Number of the post"
              name="externalId"
              maxLength={200}
              hint="As your HR system has it; empty: the next free one."
              error={faultOf('externalId')}
            />
            <Field
              label="Who holds it"
              name="incumbent"
              maxLength={200}
              hint="Name, personnel number or e-mail address. From today on; empty: the post is vacant."
              error={faultOf('incumbent') ?? faultOf('incumbentId')}
            />
          </div>
          <div className="bar">
            <Button type="submit" variant="primary" aria-busy={isBusy}>
              Add position
            </Button>
            <Link className="link" to={`${base}/positions`}>
              Back to the positions
            </Link>
          </div>
        </Form>
      </Card>
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
