import { data, type MetaFunction, redirect, type TypedResponse } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { Button, ButtonLink } from '~/components/button';
import { Card } from '~/components/card';
import { EmptyState } from '~/components/empty-state';
import { ExportLinks } from '~/components/export-links';
import { FormOutcome } from '~/components/form-outcome';
import { PageHeader } from '~/components/page-header';
import { readFields } from '~/http/read-fields.server';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { removeObservation } from '~/modules/assessments/commands/remove-observation';
import { DIMENSION_LABELS, DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import { ObservationTable } from './observation-table';
import { observationsState } from './observations-state';

export const meta: MetaFunction = () => [{ title: 'Observations · Cadre' }];

/** What was seen in drills and reviews, of the people for whom the viewer runs cycles. */
export const loader = tenantLoader({ permission: 'cycles:run' }, observationsState);

interface Refusal {
  readonly reason: string;
}
type Answer = TypedResponse<never> | ReturnType<typeof data<Refusal>>;

export const action = tenantAction(
  {
    permission: 'cycles:run',
    body: (request) => readFields(request, { single: ['observation'] }),
    refused: ({ reason }): Answer => data({ reason }, { status: 422 }),
  },
  async ({ ctx, viewer, body }): Promise<Answer> => {
    await removeObservation(ctx, viewer, body.one.observation);
    return redirect(`/o/${viewer.organization.slug}/observations?removed=1`);
  },
);

export default function Observations() {
  const page = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { organization, base, rows, event, dimension, earlierTo, laterTo, done, isNarrowed } = page;
  return (
    <>
      <PageHeader
        title="Observations"
        crumbs={[{ label: organization, to: base }, { label: 'Observations' }]}
        tools={
          <>
            <ButtonLink to={`${base}/observations/new`} variant="primary">
              Enter observations
            </ButtonLink>
            <ButtonLink to={`${base}/observations/import`}>Import</ButtonLink>
            <ExportLinks to={`${base}/observations/export`} of="the observations" />
          </>
        }
      />
      <FormOutcome refused={refusal?.reason} done={done} />
      <p className="lead">
        What people showed in drills and in reviews of what happened, entered by somebody else. It counts as
        evidence where it is attached to a rating, on the page of the person.
      </p>
      <div className="stack">
        <Form method="get" className="bar as-of-form">
          <label htmlFor="event">Drill or review</label>
          <input id="event" className="input" name="event" defaultValue={event} maxLength={300} />
          <label htmlFor="dimension">Dimension</label>
          <select id="dimension" className="input" name="dimension" defaultValue={dimension ?? ''}>
            <option value="">All</option>
            {DIMENSIONS.map((one) => (
              <option key={one} value={one}>
                {DIMENSION_LABELS[one]}
              </option>
            ))}
          </select>
          <Button type="submit">Show</Button>
        </Form>
        <Card padded={false}>
          {rows.length === 0 ? (
            <EmptyState title={isNarrowed ? 'Nothing like this' : 'Nothing observed yet'}>
              {isNarrowed
                ? 'No drill or review of this name has it.'
                : 'Results of drills and of reviews stand here, from the form or a file.'}
            </EmptyState>
          ) : (
            <ObservationTable rows={rows} base={base} />
          )}
        </Card>
        <nav className="bar" aria-label="Pages">
          {laterTo ? <Link to={laterTo}>Later</Link> : null}
          {earlierTo ? <Link to={earlierTo}>Earlier</Link> : null}
        </nav>
      </div>
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
