import { data, type MetaFunction, redirect, type TypedResponse } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { EmptyState } from '~/components/empty-state';
import { FormOutcome } from '~/components/form-outcome';
import { PageHeader } from '~/components/page-header';
import { useRefreshWhile } from '~/components/use-refresh-while';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { askForReleaseCuts } from '~/modules/capability/commands/ask-for-release-cuts';
import { getFiguresAlert } from '~/modules/capability/queries/get-figures-alert';
import { getMethod } from '~/modules/capability/queries/get-method';
import { getOverview } from '~/modules/capability/queries/get-overview';
import { AsOfLine } from '~/modules/capability/ui/as-of-line';
import { FiguresNotice } from '~/modules/capability/ui/figures-notice';
import { ReleasedOverview } from '~/modules/capability/ui/overview/released-overview';
import { DecisionsCard } from './decisions-card';
import { LiveOverview } from './live-overview';
import { loadDecisions } from './load-decisions.server';
import { NewDecision } from './new-decision';
import { obeyDecisionForm } from './obey-decision-form.server';
import { readDecisionForm } from './read-decision-form.server';

export const meta: MetaFunction = () => [{ title: 'Overview · Cadre' }];

/** The figures of the organization, or of the teams of a scope, on one page. */
export const loader = tenantLoader(
  { permission: 'heatmap:read' },
  async ({ ctx, viewer, reach, context, url }) => {
    const view = await getOverview(ctx, { viewer, reach });
    if (view.kind === 'released') askForReleaseCuts(ctx, view);
    const { name: organization, slug } = viewer.organization;
    const { today, timeZone } = await getMethod(ctx);
    const alert = await getFiguresAlert(ctx, { of: view.kind });
    const register = await loadDecisions({ ctx, viewer, reach, context }, { view, today });
    const done = url.searchParams.has('done') ? 'The register is as you said.' : null;
    return { view, alert, timeZone, register, done, organization, base: `/o/${slug}` };
  },
);

type Answer = TypedResponse<never> | ReturnType<typeof data<{ reason: string }>>;

export const action = tenantAction(
  {
    permission: 'decisions:write',
    body: readDecisionForm,
    refused: ({ kind, reason }): Answer => data({ reason }, { status: kind === 'conflict' ? 409 : 422 }),
  },
  async ({ ctx, viewer, body, context }): Promise<Answer> => {
    await obeyDecisionForm({ ctx, viewer, context }, body);
    return redirect(`/o/${viewer.organization.slug}/overview?done`);
  },
);

export default function OverviewPage() {
  const { view, alert, timeZone, register, done, organization, base } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  useRefreshWhile(view.kind === 'live' ? view.pending : view.preparing);
  return (
    <>
      <PageHeader
        title="Overview"
        crumbs={[{ label: organization, to: base }, { label: 'Overview' }]}
        asOf={
          view.kind === 'live' ? (
            <AsOfLine
              asOf={view.asOf}
              computedAt={view.computedAt}
              zone={view.timeZone}
              pending={view.pending}
              release={null}
            />
          ) : view.release ? (
            <AsOfLine
              asOf={view.release.asOf}
              computedAt={null}
              zone=""
              pending={false}
              release={view.release}
            />
          ) : undefined
        }
      />
      <FiguresNotice
        alert={alert}
        lastGood={view.kind === 'live' ? view.computedAt : (view.release?.madeAt ?? null)}
        zone={timeZone}
      />
      <FormOutcome refused={refusal?.reason} done={done} />
      {view.kind === 'live' ? (
        <LiveOverview view={view} base={base} />
      ) : view.release === null ? (
        <EmptyState title={view.preparing ? 'Your figures are being prepared' : 'Nothing released yet'}>
          {view.preparing
            ? 'They stand here within a minute or so.'
            : 'Figures stand here from the first release on in which enough people are assessed.'}
        </EmptyState>
      ) : (
        <ReleasedOverview tile={view.aiReadiness} figures={view.figures} base={base} />
      )}
      <div className="stack">
        <DecisionsCard {...register} />
        <NewDecision key={register.decisions.length} {...register} />
      </div>
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
