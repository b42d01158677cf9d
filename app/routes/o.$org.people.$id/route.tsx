import { data, type MetaFunction, redirect, type TypedResponse } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { FormOutcome } from '~/components/form-outcome';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { openContest, takeContestBack } from '~/modules/assessments/commands/open-contest';
import type { FieldError } from '~/shared/errors';
import { AsOfForm } from './as-of-form';
import { AsOfLine } from './as-of-line';
import { ContestForm } from './contest-form';
import { OpenCycles } from './open-cycles';
import { PersonFacts } from './person-facts';
import { PersonProfile } from './person-profile';
import { personState } from './person-state';
import { PersonTools } from './person-tools';
import { readContestForm } from './read-contest-form.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.name ?? 'Person'} · Cadre` },
];

/** One person, for those who may see individual records, the person included; the directory's part for who reads that. */
export const loader = tenantLoader({ permission: 'profiles:read' }, personState);

interface Refusal {
  readonly reason: string;
  readonly errors: readonly FieldError[];
}
type Answer = TypedResponse<never> | ReturnType<typeof data<Refusal>>;

export const action = tenantAction(
  {
    permission: 'contests:open',
    body: readContestForm,
    refused: ({ kind, reason, errors }): Answer =>
      data({ reason, errors }, { status: kind === 'conflict' ? 409 : 422 }),
  },
  async ({ ctx, viewer, params, body }): Promise<Answer> => {
    const employeeId = params['id'] ?? '';
    if (body.intent === 'contest') await openContest(ctx, viewer, { employeeId, ...body });
    else await takeContestBack(ctx, viewer, { employeeId, ...body });
    const done = body.intent === 'contest' ? 'contested' : 'taken-back';
    return redirect(`/o/${viewer.organization.slug}/people/${employeeId}?done=${done}`);
  },
);

export default function PersonPage() {
  const page = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { name, header, profile, contest, isChoosing, organization, base, isDayRefused, mayList } = page;
  return (
    <>
      <PageHeader
        title={name}
        crumbs={[
          { label: organization, to: base },
          { label: 'People', ...(mayList ? { to: `${base}/people` } : {}) },
        ]}
        asOf={<AsOfLine {...page} />}
        tools={<PersonTools {...page} />}
      />
      <FormOutcome refused={refusal?.reason} done={page.done} />
      {isDayRefused ? (
        <Notice tone="warn">The day asked for is none that is over: this is the page of today.</Notice>
      ) : null}
      {header.place ? <p className="lead">{header.place.title}</p> : null}
      <div className="stack">
        {contest || isChoosing ? (
          <ContestForm
            {...page}
            key={`${contest?.dimension} ${contest?.rating}`}
            errors={refusal?.errors ?? []}
          />
        ) : null}
        <OpenCycles {...page} />
        <AsOfForm {...page} />
        <PersonFacts {...page} />
        {profile ? (
          <PersonProfile {...page} profile={profile} />
        ) : (
          <Notice>Individual ratings and profiles are not open to your role.</Notice>
        )}
      </div>
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
