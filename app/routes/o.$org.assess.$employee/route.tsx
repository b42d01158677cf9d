import { data, type MetaFunction, redirect, type TypedResponse } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { Button } from '~/components/button';
import { DayText } from '~/components/date-text';
import { FormOutcome } from '~/components/form-outcome';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { EMPTY_CELL } from '~/modules/assessments/domain/rating-cell';
import { RatingFormRow } from '~/modules/assessments/ui/rating-form-row';
import { OWN_KIND_WORDS } from '~/modules/assessments/ui/rating-words';
import { cycleOf } from '../o.$org.assess._index/grid-state.server';
import { type Conflicts, obeyRatingForm } from './obey-rating-form.server';
import { personState } from './person-state.server';
import { readRatingForm } from './read-rating-form.server';
import { WithdrawForm } from './withdraw-form';

export const meta: MetaFunction = () => [{ title: 'Rate one person · Cadre' }];

/** One person at a time: a form that needs no script. */
export const loader = tenantLoader({ permission: 'ratings:submit' }, personState);

interface Refusal {
  readonly reason: string;
  readonly conflicts: Conflicts;
}
type Answer = TypedResponse<never> | ReturnType<typeof data<Refusal>>;

export const action = tenantAction(
  {
    permission: 'ratings:submit',
    body: readRatingForm,
    refused: ({ kind, reason }): Answer =>
      data({ reason, conflicts: {} }, { status: kind === 'conflict' ? 409 : 422 }),
  },
  async ({ ctx, viewer, params, url, body }): Promise<Answer> => {
    const employeeId = params['employee'] ?? '';
    const cycleId = cycleOf(url.searchParams.get('cycle') ?? '');
    const { conflicts, leftOut } = await obeyRatingForm(ctx, viewer, { employeeId, cycleId, ...body });
    if (Object.keys(conflicts).length > 0)
      return data({ reason: 'Somebody, or another window, saved meanwhile.', conflicts }, { status: 409 });
    const query = new URLSearchParams({
      ...{ cycle: cycleId ?? 'own', done: body.intent },
      ...(leftOut > 0 ? { left: String(leftOut) } : {}),
    });
    return redirect(`/o/${viewer.organization.slug}/assess/${employeeId}?${query}`);
  },
);

export default function RatePersonPage() {
  const { person, dimensions, statements, own, cycle, asPeer, query, base, organization, done } =
    useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const said = [person.occupation, OWN_KIND_WORDS[person.raterKind]].filter(Boolean).join(' · ');
  const isClosed = person.hindrance !== null;
  return (
    <>
      <PageHeader
        title={own ? 'Rate yourself' : `Rate ${person.name}`}
        crumbs={[
          { label: organization, to: base },
          { label: cycle?.name ?? 'Ratings', to: `${base}/assess${query}` },
        ]}
        asOf={
          <>
            {said}
            {person.closesOn && !isClosed ? (
              <>
                {' · open until '}
                <DayText day={person.closesOn} />
              </>
            ) : null}
          </>
        }
        tools={
          cycle && person.raterKind !== 'peer' ? (
            <Link className="button" to={`${base}/assess/${person.employeeId}/compare${query}`}>
              Self and manager side by side
            </Link>
          ) : null
        }
      />
      <FormOutcome refused={refusal?.reason} done={done} />
      {asPeer ? <p className="rate-purpose">{asPeer}</p> : null}
      {person.hindrance ? <Notice tone="warn">{person.hindrance}</Notice> : null}
      <Form method="post" className="stack rate-form" key={`${person.state} ${done}`}>
        {dimensions.map((dimension) => (
          <RatingFormRow
            key={dimension}
            dimension={dimension}
            cell={refusal?.conflicts[dimension]?.said ?? person.cells[dimension] ?? EMPTY_CELL}
            stored={refusal?.conflicts[dimension]?.stored ?? null}
            ghost={person.ghosts[dimension]}
            statements={statements.filter((one) => one.dimension === dimension)}
            disabled={isClosed}
            evidenceTo={`${base}/assess/${person.employeeId}/evidence${query}&dimension=${dimension}`}
          />
        ))}
        {isClosed ? null : (
          <p className="rate-bar">
            <Button type="submit" name="intent" value="save">
              Save
            </Button>{' '}
            <Button type="submit" name="intent" value="submit" variant="primary">
              Save and submit
            </Button>
          </p>
        )}
      </Form>
      {person.submittedOn !== null && !isClosed ? <WithdrawForm submittedOn={person.submittedOn} /> : null}
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
