import { data, type MetaFunction, redirect, type TypedResponse } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ButtonLink } from '~/components/button';
import { FormOutcome } from '~/components/form-outcome';
import { PageHeader } from '~/components/page-header';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import type { FieldError } from '~/shared/errors';
import { CloseCard } from './close-card';
import { HorizonCard } from './horizon-card';
import { IncumbentCard } from './incumbent-card';
import { loadPosition } from './load-position.server';
import { obeyPositionForm } from './obey-position-form.server';
import { PoolCard } from './pool-card';
import { PositionFactsCard } from './position-facts-card';
import { ProfileCard } from './profile-card';
import { readPositionForm } from './read-position-form.server';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.position.title ?? 'Position'} · Cadre` },
];

export const loader = tenantLoader({ permission: 'directory:read' }, loadPosition);

interface Refusal {
  readonly reason: string;
  readonly errors: readonly FieldError[];
}
type Answer = TypedResponse<never> | ReturnType<typeof data<Refusal>>;

export const action = tenantAction(
  {
    permission: 'directory:write',
    body: readPositionForm,
    refused: ({ kind, reason, errors }): Answer =>
      data({ reason, errors }, { status: kind === 'conflict' ? 409 : 422 }),
  },
  async (args): Promise<Answer> => redirect(await obeyPositionForm(args)),
);

export default function PositionPage() {
  const page = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const faultOf = (field: string) => refusal?.errors.find(({ pointer }) => pointer === field)?.detail;
  const { position, base, mayWrite } = page;
  const place = `${base}/positions/${position.id}`;
  return (
    <>
      <PageHeader
        title={position.title}
        crumbs={[
          { label: page.organization, to: base },
          { label: 'Positions', to: `${base}/positions` },
          { label: position.title },
        ]}
        tools={
          mayWrite ? (
            <>
              <ButtonLink to={`${place}/edit`}>Change the post</ButtonLink>
              <ButtonLink to={`${place}/profile`} variant="primary">
                Write its profile
              </ButtonLink>
            </>
          ) : null
        }
      />
      <FormOutcome refused={refusal?.reason} done={page.done} />
      <div className="stack">
        <PositionFactsCard position={position} titles={page.titles} />
        <ProfileCard
          profile={page.profile}
          missing={position.missing}
          changesOn={position.profileChangesOn}
        />
        <IncumbentCard
          position={position}
          colleagues={page.colleagues}
          mayWrite={mayWrite}
          today={page.today}
          base={base}
          faultOf={faultOf}
        />
        {page.horizon ? (
          <HorizonCard
            known={page.horizon.known}
            isHeld={position.incumbent !== null}
            mayWrite={page.mayWriteHorizon}
            faultOf={faultOf}
          />
        ) : null}
        {page.pool ? (
          <PoolCard
            pool={page.pool}
            candidates={position.candidates}
            titles={page.titles}
            to={mayWrite ? `${place}/pool` : null}
            base={base}
          />
        ) : null}
        {mayWrite ? <CloseCard closedOn={position.closedOn} today={page.today} /> : null}
      </div>
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
