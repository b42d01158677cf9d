import { data, type MetaFunction, redirect, type TypedResponse } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { FormOutcome } from '~/components/form-outcome';
import { PageHeader } from '~/components/page-header';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { reachOf } from '~/modules/organizations/domain/permissions';
import { organizationDay } from '~/modules/organizations/queries/organization-day';
import { writePositionPool } from '~/modules/people/commands/write-position-pool';
import { findNamedPerson } from '~/modules/people/queries/find-named-person';
import { getPosition } from '~/modules/people/queries/get-position';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import { listSites } from '~/modules/people/queries/list-sites';
import type { FieldError } from '~/shared/errors';
import { PoolForm } from './pool-form';
import { readPoolForm } from './read-pool-form.server';

export const meta: MetaFunction = () => [{ title: 'Pool of a position · Cadre' }];

export const loader = tenantLoader(
  { permission: 'directory:write' },
  async ({ ctx, viewer, reach, params }) => {
    const asOf = await organizationDay(ctx);
    const withCandidates = reachOf(viewer.role, 'horizon:read') !== 'none';
    const position = await getPosition(ctx, {
      viewer,
      reach,
      positionId: params['id'] ?? '',
      asOf,
      withCandidates,
    });
    return {
      id: position.id,
      title: position.title,
      pool: position.pool,
      candidates: position.candidates,
      teams: (await getTeamTree(ctx, asOf)).map(({ teamId, path }) => ({ teamId, path })),
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
    body: readPoolForm,
    refused: ({ reason, errors }): Answer => data({ reason, errors }, { status: 422 }),
  },
  async ({ ctx, viewer, reach, params, body: { filters, kept, added } }): Promise<Answer> => {
    const today = await organizationDay(ctx);
    const question = { viewer, reach, asOf: today, withCandidates: false };
    const { id } = await getPosition(ctx, { ...question, positionId: params['id'] ?? '' });
    const mayEnter = reachOf(viewer.role, 'horizon:read') !== 'none';
    const entered = added
      ? [{ employeeId: await findNamedPerson(ctx, added.number, 'number'), move: added.move }]
      : [];
    await writePositionPool(ctx, {
      positionId: id,
      filters,
      candidates: mayEnter ? [...kept, ...entered] : undefined,
      today,
    });
    return redirect(`/o/${viewer.organization.slug}/positions/${id}?done=pool`);
  },
);

export default function PositionPool() {
  const page = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const faultOf = (field: string) => refusal?.errors.find(({ pointer }) => pointer === field)?.detail;
  const { id, title, base, pool } = page;
  return (
    <>
      <PageHeader
        title={`Pool of ${title}`}
        crumbs={[
          { label: page.organization, to: base },
          { label: 'Positions', to: `${base}/positions` },
          { label: title, to: `${base}/positions/${id}` },
          { label: 'Pool' },
        ]}
      />
      <FormOutcome refused={refusal?.reason} done={null} />
      <p className="lead">
        Without a filter the default pool counts: active people in the same or a closely related occupation,
        in the band of the post or up to two below.
      </p>
      {pool ? (
        <PoolForm
          pool={pool}
          candidates={page.candidates}
          teams={page.teams}
          sites={page.sites}
          place={`${base}/positions/${id}`}
          faultOf={faultOf}
        />
      ) : null}
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
