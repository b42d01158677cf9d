import { data, type MetaFunction, redirect, type TypedResponse } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ButtonLink } from '~/components/button';
import { FormOutcome } from '~/components/form-outcome';
import { PageHeader } from '~/components/page-header';
import { useRefreshWhile } from '~/components/use-refresh-while';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { deleteCycleDraft } from '~/modules/assessments/commands/change-cycle-draft';
import { startOpening } from '~/modules/assessments/commands/open-cycle';
import { reopenCycle, stepCycle } from '~/modules/assessments/commands/step-cycle';
import { CYCLE_STATE_WORDS } from '~/modules/assessments/domain/cycle-states';
import type { FieldError } from '~/shared/errors';
import { CycleFacts } from './cycle-facts';
import { cycleState } from './cycle-state';
import { CycleSteps } from './cycle-steps';
import { OwingCard } from './owing-card';
import { ProgressCard } from './progress-card';
import { readCycleForm } from './read-cycle-form.server';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.cycle.name ?? 'Cycle'} · Cadre` },
];

export const loader = tenantLoader({ permission: 'cycles:run' }, cycleState);

type Refusal = { readonly refused: string; readonly errors: readonly FieldError[] };
type Answer = TypedResponse<never> | ReturnType<typeof data<Refusal>>;

export const action = tenantAction(
  {
    permission: 'cycles:run',
    body: readCycleForm,
    refused: ({ kind, reason, errors }): Answer =>
      data({ refused: reason, errors }, { status: kind === 'conflict' ? 409 : 422 }),
  },
  async ({ ctx, viewer, params, body: { intent, ...form } }): Promise<Answer> => {
    const base = `/o/${viewer.organization.slug}`;
    const key = { cycleId: params['cycle'] ?? '', revision: form.revision };
    if (intent === 'open') {
      const { id } = await startOpening(ctx, viewer, key);
      return redirect(`${base}/operations/${id}`);
    }
    if (intent === 'delete') {
      await deleteCycleDraft(ctx, viewer, key);
      return redirect(`${base}/assessments?deleted=1`);
    }
    if (intent === 'reopen') await reopenCycle(ctx, viewer, { ...key, ...form });
    else await stepCycle(ctx, viewer, { ...key, step: intent });
    const done = { close: 'closed', calibrate: 'calibrated', archive: 'archived', reopen: 'reopened' }[
      intent
    ];
    return redirect(`${base}/assessments/${key.cycleId}?${done}=1`);
  },
);

const EVERY_MS = 15_000;

export default function CyclePage() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { cycle, mayRun, done, organization, base } = page;
  useRefreshWhile(cycle.state === 'open', EVERY_MS);
  const here = `${base}/assessments/${cycle.cycleId}`;
  const faultOf = (field: string) => answer?.errors.find(({ pointer }) => pointer === field)?.detail;
  const isDraft = cycle.state === 'draft';
  return (
    <>
      <PageHeader
        title={cycle.name}
        crumbs={[
          { label: organization, to: base },
          { label: 'Assessments', to: `${base}/assessments` },
          { label: cycle.name },
        ]}
        asOf={
          <span className="cycle-state" data-state={cycle.state}>
            {CYCLE_STATE_WORDS[cycle.state]}
          </span>
        }
        tools={
          <>
            {mayRun && (isDraft || cycle.state === 'open') ? (
              <ButtonLink to={`${here}/edit`}>Change</ButtonLink>
            ) : null}
            {cycle.state === 'open' ? <ButtonLink to={`${here}/people`}>People</ButtonLink> : null}
            {isDraft ? null : <ButtonLink to={`${here}/calibration`}>Calibration</ButtonLink>}
          </>
        }
      />
      <FormOutcome refused={answer?.refused} done={done} />
      <div className="stack">
        <CycleFacts {...page} />
        {mayRun ? <CycleSteps {...page} faultOf={faultOf} /> : null}
        {isDraft ? null : <ProgressCard {...page} />}
        {cycle.state === 'open' ? <OwingCard {...page} /> : null}
      </div>
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
