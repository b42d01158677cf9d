import { data, type MetaFunction, redirect, type TypedResponse } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ButtonLink } from '~/components/button';
import { EmptyState } from '~/components/empty-state';
import { FormOutcome } from '~/components/form-outcome';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { decideCalibration, undoCalibration } from '~/modules/assessments/commands/decide-calibration';
import type { FieldError } from '~/shared/errors';
import { calibrationState } from './calibration-state';
import { CalibrationCaseCard } from './case-card';
import { CaseQueue } from './case-queue';
import { NoCase } from './no-case';
import { OrderingNotice } from './ordering-notice';
import { readDecision } from './read-decision.server';
import { TakeBack } from './take-back';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Calibration, ${page?.cycle.name ?? 'cycle'} · Cadre` },
];

/** Disagreements of a cycle, first those that would change a decision, and one of them in full. */
export const loader = tenantLoader({ permission: 'cycles:run' }, calibrationState);

interface Refusal {
  readonly reason: string;
  readonly errors: readonly FieldError[];
}
type Answer = TypedResponse<never> | ReturnType<typeof data<Refusal>>;

export const action = tenantAction(
  {
    permission: 'cycles:run',
    body: readDecision,
    refused: ({ kind, reason, errors }): Answer =>
      data({ reason, errors }, { status: kind === 'conflict' ? 409 : 422 }),
  },
  async ({ ctx, viewer, params, body }): Promise<Answer> => {
    const { intent, ...decision } = body;
    const cycleId = params['cycle'] ?? '';
    const place = `/o/${viewer.organization.slug}/assessments/${cycleId}/calibration`;
    if (intent === 'decide') {
      const held = await decideCalibration(ctx, viewer, { cycleId, ...decision });
      return redirect(`${place}?done=decided&last=${decision.employeeId}.${decision.dimension}.${held}`);
    }
    await undoCalibration(ctx, viewer, { cycleId, ...decision });
    return redirect(`${place}?done=undone&case=${decision.employeeId}.${decision.dimension}`);
  },
);

export default function CalibrationPage() {
  const page = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { cycle, current, isReadable, hasOwn, waiting, organization, base } = page;
  const place = `${base}/assessments/${cycle.cycleId}`;
  return (
    <>
      <PageHeader
        title="Calibration"
        crumbs={[
          { label: organization, to: base },
          { label: 'Assessments', to: `${base}/assessments` },
          { label: cycle.name, to: place },
        ]}
        asOf={`${page.counts.decided} decided, ${page.counts.left} left`}
        tools={<ButtonLink to={`${place}/agreement`}>Agreement and severity</ButtonLink>}
      />
      <FormOutcome refused={refusal?.reason} done={page.done} />
      {page.last && !refusal ? (
        <TakeBack
          decision={page.last}
          says={`Take back the decision about ${page.last.about}`}
          takesKey={!current}
        />
      ) : null}
      {hasOwn ? <Notice>Your own ratings differ too: somebody else settles them.</Notice> : null}
      {isReadable && waiting > 0 ? <OrderingNotice waiting={waiting} /> : null}
      {isReadable ? (
        <div className="calibration">
          <CaseQueue {...page} />
          {current ? (
            <CalibrationCaseCard
              key={`${current.place} ${current.held?.calibrationId ?? ''}`}
              {...page}
              current={current}
              faultOf={(field) => refusal?.errors.find(({ pointer }) => pointer === field)?.detail}
            />
          ) : (
            <NoCase show={page.show} waiting={waiting} />
          )}
        </div>
      ) : (
        <EmptyState title="The cycle is not closed">
          Raters do not see each other’s ratings before; disagreements stand here once the cycle is closed.
        </EmptyState>
      )}
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
