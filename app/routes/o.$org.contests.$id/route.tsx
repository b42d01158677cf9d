import { data, type MetaFunction, redirect, type TypedResponse } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { Card } from '~/components/card';
import { FormOutcome } from '~/components/form-outcome';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { answerContest } from '~/modules/assessments/commands/answer-contest';
import { DimensionHistory } from '~/modules/capability/ui/dimension-history';
import { DIMENSION_LABELS } from '~/modules/frameworks/domain/dimension';
import type { FieldError } from '~/shared/errors';
import { AnswerForm } from './answer-form';
import { ContestCard } from './contest-card';
import { contestState } from './contest-state';
import { readAnswerForm } from './read-answer-form.server';

export const meta: MetaFunction = () => [{ title: 'Contest · Cadre' }];

export const loader = tenantLoader({ permission: 'contests:answer' }, contestState);

interface Refusal {
  readonly reason: string;
  readonly errors: readonly FieldError[];
}
type Answer = TypedResponse<never> | ReturnType<typeof data<Refusal>>;

export const action = tenantAction(
  {
    permission: 'contests:answer',
    body: readAnswerForm,
    refused: ({ kind, reason, errors }): Answer =>
      data({ reason, errors }, { status: kind === 'conflict' ? 409 : 422 }),
  },
  async ({ ctx, viewer, params, body }): Promise<Answer> => {
    await answerContest(ctx, viewer, { contestId: params['id'] ?? '', ...body });
    return redirect(`/o/${viewer.organization.slug}/contests?answered`);
  },
);

export default function ContestPage() {
  const page = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { name, dimension, employeeId, state, hindrance, decisions, organization, base } = page;
  const faultOf = (field: string) => refusal?.errors.find(({ pointer }) => pointer === field)?.detail;
  return (
    <>
      <PageHeader
        title={`${DIMENSION_LABELS[dimension]}, ${name}`}
        crumbs={[
          { label: organization, to: base },
          { label: 'Contests', to: `${base}/contests` },
          { label: name, to: `${base}/people/${employeeId}` },
        ]}
      />
      <FormOutcome refused={refusal?.reason} done={null} />
      <div className="contest-sides">
        <div className="stack">
          <ContestCard {...page} />
          {state === 'open' && hindrance === null ? (
            <AnswerForm decisions={decisions} faultOf={faultOf} />
          ) : null}
          {state === 'open' && hindrance !== null ? <Notice tone="warn">{hindrance}</Notice> : null}
        </div>
        <Card title="How the level came about" padded={false}>
          <div className="histories">
            <DimensionHistory {...page} contestTo={null} open />
          </div>
          <p className="card-body">
            <Link className="link" to={`${base}/people/${employeeId}`}>
              The whole profile of {name}
            </Link>
          </p>
        </Card>
      </div>
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
