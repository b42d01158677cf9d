import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { ButtonLink } from '~/components/button';
import { Card } from '~/components/card';
import { DayText } from '~/components/date-text';
import { EmptyState } from '~/components/empty-state';
import { FormOutcome } from '~/components/form-outcome';
import { PageHeader } from '~/components/page-header';
import { tenantLoader } from '~/http/tenant-route.server';
import { CYCLE_STATE_WORDS } from '~/modules/assessments/domain/cycle-states';
import { listSeenCycles } from '~/modules/assessments/queries/list-seen-cycles';
import { ProgressText } from '~/modules/assessments/ui/progress-text';
import { listNonRaters } from '~/modules/organizations/queries/list-non-raters';

export const meta: MetaFunction = () => [{ title: 'Assessments · Cadre' }];

/** The cycles that the viewer runs. */
export const loader = tenantLoader({ permission: 'cycles:run' }, async ({ ctx, viewer, url, context }) => ({
  cycles: await listSeenCycles(ctx, viewer, await listNonRaters(context.database, viewer.organization.id)),
  done: url.searchParams.has('deleted') ? 'The draft is deleted.' : null,
  organization: viewer.organization.name,
  base: `/o/${viewer.organization.slug}`,
}));

export default function Assessments() {
  const { cycles, done, organization, base } = useLoaderData<typeof loader>();
  const add = (
    <ButtonLink to={`${base}/assessments/new`} variant="primary">
      New cycle
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title="Assessments"
        crumbs={[{ label: organization, to: base }, { label: 'Assessments' }]}
        tools={cycles.length > 0 ? add : undefined}
      />
      <FormOutcome refused={undefined} done={done} />
      {cycles.length === 0 ? (
        <EmptyState title="No cycle yet" action={add}>
          In a cycle people are rated between two days: by themselves, by their managers, by peers.
        </EmptyState>
      ) : (
        <Card padded={false}>
          <table className="table cycles">
            <caption className="sr-only">Cycles, the newest first</caption>
            <thead>
              <tr>
                <th scope="col">Cycle</th>
                <th scope="col">State</th>
                <th scope="col">From</th>
                <th scope="col">Until</th>
                <th scope="col">Rated</th>
              </tr>
            </thead>
            <tbody>
              {cycles.map(({ cycleId, name, state, opensOn, closesOn, teams, progress }) => (
                <tr key={cycleId}>
                  <th scope="row">
                    <Link className="link" to={`${base}/assessments/${cycleId}`}>
                      {name}
                    </Link>
                    {teams.length > 0 ? <span className="small">{teams.join(', ')}</span> : null}
                  </th>
                  <td data-label="State">
                    <span className="cycle-state" data-state={state}>
                      {CYCLE_STATE_WORDS[state]}
                    </span>
                  </td>
                  <td data-label="From">
                    <DayText day={opensOn} />
                  </td>
                  <td data-label="Until">
                    <DayText day={closesOn} />
                  </td>
                  <td data-label="Rated">{progress ? <ProgressText {...progress} /> : '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Card>
      )}
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
