import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { ButtonLink } from '~/components/button';
import { EmptyState } from '~/components/empty-state';
import { PageHeader } from '~/components/page-header';
import { tenantLoader } from '~/http/tenant-route.server';
import { getSettings } from '~/modules/organizations/queries/get-settings';
import { listAuditEntries } from '~/modules/organizations/queries/list-audit-entries';
import { AuditFilter } from '~/modules/organizations/ui/audit-filter';
import { AuditTable } from '~/modules/organizations/ui/audit-table';
import { filterOf, readAuditState, searchOf } from './audit-state';
import { entryViews, nameSubject } from './entry-views';
import { actionOptions, actorOptions } from './filter-options';
import { loadAuditNames } from './load-names.server';

const PAGE_SIZE = 50;

export const meta: MetaFunction = () => [{ title: 'Audit log · Cadre' }];

/** Who did what when; for an HR partner who saw individual ratings. The address holds the whole state. */
export const loader = tenantLoader({ permission: 'audit:read' }, async (args) => {
  const { ctx, viewer, reach, url } = args;
  const state = readAuditState(url.searchParams);
  const { timeZone } = await getSettings(ctx);
  const page = await listAuditEntries(ctx, {
    reach,
    filter: filterOf(state, timeZone),
    page: { limit: PAGE_SIZE, ...(state.before > 0 ? { before: state.before } : {}) },
  });
  const names = await loadAuditNames(args, page, state.subject);
  const last = page.entries.at(-1);
  return {
    entries: entryViews(page, state, names),
    next: page.more && last ? searchOf(state, { before: last.sequence }) : null,
    state,
    subject: state.subject
      ? { name: nameSubject(state.subject, names), withoutTo: searchOf(state, { subject: '', before: 0 }) }
      : null,
    actors: actorOptions(names.actors, reach === 'all'),
    actions: reach === 'all' ? actionOptions() : [],
    everything: reach === 'all',
    zone: timeZone,
    organization: viewer.organization.name,
    base: `/o/${viewer.organization.slug}`,
  };
});

export default function AuditPage() {
  const { entries, next, state, subject, actors, actions, everything, zone, organization, base } =
    useLoaderData<typeof loader>();
  const search = searchOf({ ...state, before: 0 });
  const narrowed = search !== '?';
  const exported = (format: string) => `${base}/audit/export${search}${narrowed ? '&' : ''}format=${format}`;
  return (
    <>
      <PageHeader
        title={everything ? 'Audit log' : 'Who saw individual ratings'}
        crumbs={[{ label: organization, to: base }, { label: 'Audit log' }]}
        asOf={`Times of ${zone}`}
        tools={
          <>
            <ButtonLink to={exported('csv')} reloadDocument>
              Export CSV
            </ButtonLink>
            <ButtonLink to={exported('jsonl')} reloadDocument>
              Export JSON lines
            </ButtonLink>
          </>
        }
      />
      <AuditFilter actions={actions} actors={actors} chosen={state} subject={subject} />
      {entries.length > 0 ? (
        <AuditTable entries={entries} zone={zone} />
      ) : (
        <EmptyState
          title={narrowed ? 'No entry matches' : 'Nothing has happened yet'}
          action={narrowed ? <ButtonLink to=".">Show all entries</ButtonLink> : undefined}
        >
          {everything
            ? 'Imports, changes of settings and rights, exports and every view of individual ratings stand here.'
            : 'Every view of the individual ratings of other people stands here.'}
        </EmptyState>
      )}
      {next || state.before > 0 ? (
        <p className="pager">
          {state.before > 0 ? (
            <Link className="button" to={search}>
              Newest entries
            </Link>
          ) : null}{' '}
          {next ? (
            <Link className="button" to={next}>
              Earlier entries
            </Link>
          ) : null}
        </p>
      ) : null}
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
