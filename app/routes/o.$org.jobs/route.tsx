import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Card } from '~/components/card';
import { EmptyState } from '~/components/empty-state';
import { FormOutcome } from '~/components/form-outcome';
import { PageHeader } from '~/components/page-header';
import { readFields } from '~/http/read-fields.server';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { dropFailedJobs, retryJobs } from '~/modules/organizations/commands/retry-jobs';
import { MOST_JOBS } from '~/modules/organizations/domain/job';
import { getSettings } from '~/modules/organizations/queries/get-settings';
import { listOwnJobs } from '~/modules/organizations/queries/list-own-jobs';
import { JobTable } from '~/modules/organizations/ui/job-table';
import { InvalidInput } from '~/shared/errors';

export const meta: MetaFunction = () => [{ title: 'Background jobs · Cadre' }];

/** The organization's own jobs that are not over. */
export const loader = tenantLoader({ permission: 'jobs:read' }, async ({ ctx, viewer }) => {
  const jobs = await listOwnJobs(ctx);
  return {
    jobs,
    isCut: jobs.length === MOST_JOBS,
    zone: (await getSettings(ctx)).timeZone,
    organization: viewer.organization.name,
    base: `/o/${viewer.organization.slug}`,
  };
});

async function readChange(request: Request) {
  const { one } = await readFields(request, { single: ['intent', 'kind'] });
  if (one.intent !== 'retry' && one.intent !== 'drop')
    throw new InvalidInput('The form does not say what to do. Open the page again.');
  return { intent: one.intent, kind: one.kind };
}

type Answer = { readonly refused?: string; readonly done?: string };

export const action = tenantAction(
  {
    permission: 'jobs:write',
    body: readChange,
    refused: ({ reason }) => data<Answer>({ refused: reason }, { status: 422 }),
  },
  async ({ ctx, body: { intent, kind } }) => {
    const change = intent === 'retry' ? retryJobs : dropFailedJobs;
    const jobs = await change(ctx, kind);
    const which = jobs === 1 ? 'One job is' : `${jobs} jobs are`;
    return data<Answer>({ done: `${which} ${intent === 'retry' ? 'tried again now' : 'off the list'}.` });
  },
);

export default function Jobs() {
  const { jobs, isCut, zone, organization, base } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title="Background jobs"
        crumbs={[{ label: organization, to: base }, { label: 'Background jobs' }]}
      />
      <FormOutcome refused={answer?.refused} done={answer?.done ?? null} />
      <p className="lead">
        What the worker has still to do for this organization. A job that fails is tried again by itself,
        after longer and longer pauses; figures stay as they were last computed until then.
      </p>
      <Card title="Not done yet" padded={false}>
        {jobs.length > 0 ? (
          <JobTable jobs={jobs} zone={zone} base={base} />
        ) : (
          <EmptyState title="Nothing waits">Every job is done; the figures hold every change.</EmptyState>
        )}
      </Card>
      {isCut ? <p className="small">The first {MOST_JOBS} are shown.</p> : null}
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
