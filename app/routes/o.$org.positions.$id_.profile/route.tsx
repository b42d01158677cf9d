import { data, type MetaFunction, redirect, type TypedResponse } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { FormOutcome } from '~/components/form-outcome';
import { PageHeader } from '~/components/page-header';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import { listJobReasons } from '~/modules/frameworks/queries/list-job-reasons';
import { organizationDay } from '~/modules/organizations/queries/organization-day';
import { writePositionProfile } from '~/modules/people/commands/write-position-profile';
import { getPosition } from '~/modules/people/queries/get-position';
import { listWrittenTargets } from '~/modules/people/queries/list-written-targets';
import type { FieldError } from '~/shared/errors';
import { ProfileForm } from './profile-form';
import { readProfileForm } from './read-profile-form.server';
import { withReason } from './with-reason';

export const meta: MetaFunction = () => [{ title: 'Profile of a position · Cadre' }];

export const loader = tenantLoader(
  { permission: 'directory:write' },
  async ({ ctx, viewer, reach, params, url }) => {
    const today = await organizationDay(ctx);
    const question = { viewer, reach, asOf: today, withCandidates: false };
    const position = await getPosition(ctx, { ...question, positionId: params['id'] ?? '' });
    const { soc, roleBand } = position;
    const written = (await listWrittenTargets(ctx, today)).filter(
      (row) => row.soc === soc && row.roleBand === roleBand,
    );
    const copied = url.searchParams.has('copy') && written.length > 0;
    const reasons = new Map(position.profile.map((row) => [row.dimension, row.reason]));
    return {
      id: position.id,
      title: position.title,
      revision: position.revision,
      rows: (copied ? written : position.profile).map(({ dimension, level, weight, critical }) => ({
        dimension,
        level,
        weight,
        critical,
        reason: reasons.get(dimension) ?? null,
      })),
      reasons: soc ? await listJobReasons(ctx, soc) : null,
      copied,
      mayCopy: written.length > 0,
      today,
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
    body: readProfileForm,
    refused: ({ kind, reason, errors }): Answer =>
      data({ reason, errors }, { status: kind === 'conflict' ? 409 : 422 }),
  },
  async ({ ctx, viewer, reach, params, body }): Promise<Answer> => {
    const today = await organizationDay(ctx);
    const question = { viewer, reach, asOf: today, withCandidates: false };
    const { id, soc } = await getPosition(ctx, { ...question, positionId: params['id'] ?? '' });
    const offered =
      soc && body.dimensions.some(({ chosen }) => chosen) ? await listJobReasons(ctx, soc) : null;
    const dimensions = body.dimensions.map((typed) => withReason(typed, offered?.[typed.dimension] ?? []));
    const { revision, from } = body;
    await writePositionProfile(ctx, { positionId: id, revision, dimensions, from, today });
    return redirect(`/o/${viewer.organization.slug}/positions/${id}?done=profile`);
  },
);

export default function PositionProfile() {
  const page = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const faultOf = (field: string) => refusal?.errors.find(({ pointer }) => pointer === field)?.detail;
  const { id, title, base, copied } = page;
  return (
    <>
      <PageHeader
        title={`Profile of ${title}`}
        crumbs={[
          { label: page.organization, to: base },
          { label: 'Positions', to: `${base}/positions` },
          { label: title, to: `${base}/positions/${id}` },
          { label: 'Profile' },
        ]}
      />
      <FormOutcome
        refused={refusal?.reason}
        done={copied ? 'Copied from the profile of occupation and band. Nothing is saved yet.' : null}
      />
      <p className="lead">
        What this post asks for, whoever holds it. A dimension without a level is not asked for. Say for each
        why it is job-related: it does not count for succession before.
      </p>
      <ProfileForm
        key={`${page.revision} ${copied}`}
        {...page}
        dimensions={DIMENSIONS}
        place={`${base}/positions/${id}`}
        faultOf={faultOf}
      />
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
