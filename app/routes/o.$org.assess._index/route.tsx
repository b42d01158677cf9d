import { data, type MetaFunction, redirect, type TypedResponse } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { EmptyState } from '~/components/empty-state';
import { FormOutcome } from '~/components/form-outcome';
import { PageHeader } from '~/components/page-header';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { submitRatings } from '~/modules/assessments/commands/submit-ratings';
import { RatingGrid } from '~/modules/assessments/ui/rating-grid';
import { leftOutInWords } from '~/modules/assessments/ui/rating-words';
import { CycleLinks } from './cycle-links';
import { cycleOf, gridState } from './grid-state.server';
import { PeerChoices } from './peer-choices';
import { readSubmitForm } from './read-submit-form.server';

export const meta: MetaFunction = () => [{ title: 'Rate · Cadre' }];

/** Whom the viewer is to rate, in a cycle or of one's own accord. */
export const loader = tenantLoader({ permission: 'ratings:submit' }, gridState);

interface Outcome {
  readonly reason?: string;
  readonly submitted?: number;
  readonly leftOut?: number;
}
type Answer = TypedResponse<never> | ReturnType<typeof data<Outcome>>;

/** Submits the drafts about the people that the form names. */
export const action = tenantAction(
  {
    permission: 'ratings:submit',
    body: readSubmitForm,
    refused: ({ kind, reason }): Answer => data({ reason }, { status: kind === 'conflict' ? 409 : 422 }),
  },
  async ({ ctx, viewer, body }): Promise<Answer> => {
    const cycleId = cycleOf(body.cycle);
    const { people, leftOut } = await submitRatings(ctx, viewer, { cycleId, employeeIds: body.people });
    // The grid stays where it is and asks for its own data again.
    if (body.stays) return data({ submitted: people.length, leftOut });
    const query = new URLSearchParams({
      ...{ cycle: cycleId ?? 'own', submitted: String(people.length) },
      ...(leftOut > 0 ? { left: String(leftOut) } : {}),
    });
    return redirect(`/o/${viewer.organization.slug}/assess?${query}`);
  },
);

export default function AssessPage() {
  const { grid, organization, base, ...page } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const done = 'submitted' in page ? submittedWords(page.submitted ?? null, page.leftOut) : null;
  return (
    <>
      <PageHeader
        title={grid && grid.people.length > 0 ? titleOf(grid.people.length) : 'Rate'}
        crumbs={[{ label: organization, to: base }, { label: grid?.cycle?.name ?? 'Ratings' }]}
      />
      <FormOutcome refused={refusal?.reason} done={done} />
      {grid ? <CycleLinks {...grid} /> : null}
      {grid?.cycle ? (
        <PeerChoices choices={grid.peerChoices} cycleTo={`${base}/assessments/${grid.cycle.cycleId}`} />
      ) : null}
      {grid === null ? (
        <EmptyState title="There is nobody for you to rate">
          Your sign-in belongs to no person of the directory. An HR partner can link it to yours; you then
          rate yourself and the people who report to you.
        </EmptyState>
      ) : grid.people.length === 0 ? (
        <EmptyState title="There is nobody to rate here">
          People stand here when a cycle asks you to rate them, or when they report to you.
        </EmptyState>
      ) : (
        <RatingGrid {...grid} base={`${base}/assess`} />
      )}
    </>
  );
}

function titleOf(people: number): string {
  return people === 1 ? 'Rate 1 person' : `Rate ${people} people`;
}

function submittedWords(people: number | null, leftOut: number): string | null {
  if (people === null) return null;
  if (people === 0) return 'There was nothing new to submit.';
  const whose = people === 1 ? '1 person are' : `${people} people are`;
  return `The ratings of ${whose} submitted and count from today. ${leftOutInWords(leftOut)}`.trim();
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
