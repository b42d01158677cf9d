import { data, type MetaFunction, redirect, type TypedResponse } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { Card } from '~/components/card';
import { EmptyState } from '~/components/empty-state';
import { FormOutcome } from '~/components/form-outcome';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { changeEvidence } from '~/modules/capability/commands/change-evidence';
import { DIMENSION_LABELS } from '~/modules/frameworks/domain/dimension';
import type { FieldError } from '~/shared/errors';
import { AddEvidence } from './add-evidence';
import { evidenceState } from './evidence-state';
import { ObservationsCard } from './observations-card';
import { RatingCard } from './rating-card';
import { readEvidenceWish } from './read-evidence-wish.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Evidence of ${data?.name ?? 'a person'} · Cadre` },
];

/** What supports the ratings of one person, for who reads them. */
export const loader = tenantLoader({ permission: 'profiles:read' }, evidenceState);

interface Refusal {
  readonly reason: string;
  readonly errors: readonly FieldError[];
}
type Answer = TypedResponse<never> | ReturnType<typeof data<Refusal>>;

export const action = tenantAction(
  {
    permission: 'profiles:read',
    body: readEvidenceWish,
    refused: ({ kind, reason, errors }): Answer =>
      data({ reason, errors }, { status: kind === 'conflict' ? 409 : 422 }),
  },
  async ({ ctx, viewer, reach, params, url, body }): Promise<Answer> => {
    const employeeId = params['id'] ?? '';
    await changeEvidence(ctx, { viewer, reach, employeeId }, body);
    const query = new URLSearchParams({ done: body.intent });
    const dimension = url.searchParams.get('dimension');
    if (dimension) query.set('dimension', dimension);
    return redirect(`/o/${viewer.organization.slug}/people/${employeeId}/evidence?${query}`);
  },
);

export default function EvidencePage() {
  const page = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { id, name, own, dimension, ratings, observations, organization, base } = page;
  const profile = `${base}/people/${id}`;
  const supported = ratings.filter(({ evidence }) => evidence.length > 0);
  return (
    <>
      <PageHeader
        title={dimension ? `Evidence: ${DIMENSION_LABELS[dimension]}` : 'Evidence'}
        crumbs={[
          { label: organization, to: base },
          { label: name, to: profile },
          { label: 'Evidence', ...(dimension ? { to: `${profile}/evidence` } : {}) },
        ]}
      />
      <FormOutcome refused={refusal?.reason} done={page.done} />
      <Notice>
        {own
          ? 'What you add raises nothing until somebody else accepts it.'
          : 'Evidence strengthens a level once it is accepted, by somebody else than the person and than whoever added it.'}
      </Notice>
      <div className="stack">
        {ratings.length === 0 ? (
          <Card>
            <EmptyState
              title="No rating yet"
              action={
                <Link className="link" to={profile}>
                  Back to the profile
                </Link>
              }
            >
              Evidence supports a rating: it can be added once one is submitted.
            </EmptyState>
          </Card>
        ) : (
          <AddEvidence {...page} errors={refusal?.errors ?? []} />
        )}
        {supported.map((rating) => (
          <RatingCard key={rating.name} rating={rating} profile={profile} />
        ))}
        {ratings.length > 0 && supported.length === 0 ? (
          <p className="footnote">Nothing supports these ratings yet.</p>
        ) : null}
        {observations.length > 0 ? <ObservationsCard {...page} /> : null}
      </div>
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
