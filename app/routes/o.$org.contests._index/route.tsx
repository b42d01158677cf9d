import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Card } from '~/components/card';
import { EmptyState } from '~/components/empty-state';
import { FormOutcome } from '~/components/form-outcome';
import { PageHeader } from '~/components/page-header';
import { tenantLoader } from '~/http/tenant-route.server';
import { type ListedContest, listContests } from '~/modules/assessments/queries/list-contests';
import { nameActor } from '~/modules/organizations/domain/audit/name-actor';
import { getSettings } from '~/modules/organizations/queries/get-settings';
import { listActors } from '~/modules/organizations/queries/list-actors';
import { ContestsTable } from './contests-table';

export const meta: MetaFunction = () => [{ title: 'Contests · Cadre' }];

/** Who contests what, for those who answer: by name and dimension alone. */
export const loader = tenantLoader(
  { permission: 'contests:answer' },
  async ({ ctx, viewer, context, url }) => {
    const { timeZone } = await getSettings(ctx);
    const { open, ended } = await listContests(ctx, viewer);
    const ids = ended.flatMap(({ answeredBy }) => answeredBy ?? []);
    const actors = await listActors(context.database, viewer.organization.id, ids);
    const listed = (rows: readonly ListedContest[]) =>
      rows.map(({ openedAt, endedAt, answeredBy, ...row }) => ({
        ...row,
        openedAt: openedAt.toISOString(),
        endedAt: endedAt?.toISOString() ?? null,
        answerer: answeredBy === null ? null : nameActor({ kind: 'user', id: answeredBy }, actors),
      }));
    return {
      open: listed(open),
      ended: listed(ended),
      timeZone,
      done: url.searchParams.has('answered') ? 'The contest is answered; the person gets a letter.' : null,
      organization: viewer.organization.name,
      base: `/o/${viewer.organization.slug}`,
    };
  },
);

export default function Contests() {
  const { open, ended, timeZone, done, organization, base } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title="Contests" crumbs={[{ label: organization, to: base }, { label: 'Contests' }]} />
      <FormOutcome refused={undefined} done={done} />
      <p className="lead">
        A contested rating is marked, and no band, rank or plan of the person is confirmed until somebody
        answers who did not give it.
      </p>
      <div className="stack">
        <Card title="Open" padded={false}>
          {open.length > 0 ? (
            <ContestsTable contests={open} label="Open contests" timeZone={timeZone} base={base} />
          ) : (
            <EmptyState title="No open contest">
              A person contests a rating on the own profile; it stands here, the oldest first.
            </EmptyState>
          )}
        </Card>
        {ended.length > 0 ? (
          <Card title="Ended" padded={false}>
            <ContestsTable contests={ended} label="Ended contests" timeZone={timeZone} base={base} />
          </Card>
        ) : null}
      </div>
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
