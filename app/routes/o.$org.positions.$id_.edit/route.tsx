import { data, type MetaFunction, redirect, type TypedResponse } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { FormOutcome } from '~/components/form-outcome';
import { PageHeader } from '~/components/page-header';
import { readFields } from '~/http/read-fields.server';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { organizationDay } from '~/modules/organizations/queries/organization-day';
import { changePosition } from '~/modules/people/commands/change-position';
import { POSITION_FIELDS, readPositionFields } from '~/modules/people/domain/position-form';
import { getPosition } from '~/modules/people/queries/get-position';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import { listSites } from '~/modules/people/queries/list-sites';
import { PositionFields } from '~/modules/people/ui/position-fields';
import type { FieldError } from '~/shared/errors';

export const meta: MetaFunction = () => [{ title: 'Change a position · Cadre' }];

export const loader = tenantLoader(
  { permission: 'directory:write' },
  async ({ ctx, viewer, reach, params }) => {
    const asOf = await organizationDay(ctx);
    const positionId = params['id'] ?? '';
    const position = await getPosition(ctx, { viewer, reach, positionId, asOf, withCandidates: false });
    const { title, teamId, siteId, soc, roleBand, critical, revision } = position;
    return {
      id: position.id,
      revision,
      entered: {
        title,
        teamId,
        siteId: siteId ?? '',
        soc: soc ?? '',
        roleBand: roleBand === null ? '' : String(roleBand),
        critical: critical ? 'yes' : '',
      },
      teams: (await getTeamTree(ctx, asOf)).map((team) => ({ teamId: team.teamId, path: team.path })),
      sites: await listSites(ctx, asOf),
      organization: viewer.organization.name,
      base: `/o/${viewer.organization.slug}`,
    };
  },
);

interface Refusal {
  readonly reason: string;
  readonly errors: readonly FieldError[];
}
type Answer = TypedResponse<never> | ReturnType<typeof data<Refusal>>;

export const action = tenantAction(
  {
    permission: 'directory:write',
    body: async (request) => {
      const { one } = await readFields(request, { single: [...POSITION_FIELDS, 'revision'] });
      return { facts: readPositionFields(one), revision: Number(one.revision) };
    },
    refused: ({ kind, reason, errors }): Answer =>
      data({ reason, errors }, { status: kind === 'conflict' ? 409 : 422 }),
  },
  async ({ ctx, viewer, reach, params, body: { facts, revision } }): Promise<Answer> => {
    const today = await organizationDay(ctx);
    const question = { viewer, reach, asOf: today, withCandidates: false };
    const { id } = await getPosition(ctx, { ...question, positionId: params['id'] ?? '' });
    await changePosition(ctx, id, facts, { today, revision });
    return redirect(`/o/${viewer.organization.slug}/positions/${id}?done=changed`);
  },
);

export default function EditPosition() {
  const { id, revision, entered, teams, sites, organization, base } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const isBusy = useNavigation().state === 'submitting';
  const faultOf = (field: string) => refusal?.errors.find(({ pointer }) => pointer === field)?.detail;
  return (
    <>
      <PageHeader
        title={`Change ${entered.title}`}
        crumbs={[
          { label: organization, to: base },
          { label: 'Positions', to: `${base}/positions` },
          { label: entered.title, to: `${base}/positions/${id}` },
          { label: 'Change' },
        ]}
      />
      <FormOutcome refused={refusal?.reason} done={null} />
      <Card title="The post">
        <Form method="post" noValidate key={revision}>
          <input type="hidden" name="revision" value={revision} />
          <PositionFields entered={entered} teams={teams} sites={sites} faultOf={faultOf} />
          <div className="bar">
            <Button type="submit" variant="primary" aria-busy={isBusy}>
              Save
            </Button>
            <Link className="link" to={`${base}/positions/${id}`}>
              Back to the position
            </Link>
          </div>
        </Form>
      </Card>
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
