import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { EmptyState } from '~/components/empty-state';
import { PageHeader } from '~/components/page-header';
import { tenantLoader } from '~/http/tenant-route.server';
import { listReleaseChanges } from '~/modules/occupations/queries/list-release-changes';
import { occupationTitles } from '~/modules/occupations/queries/occupation-titles';
import { listOnetReleases } from '~/modules/occupations/queries/onet-releases';
import { ReleaseChangesView } from './release-changes-view';
import { readReleasesState } from './releases-state';

const PAGE_SIZE = 100;

export const meta: MetaFunction = () => [{ title: 'O*NET releases compared · Cadre' }];

/** What differs between two loaded releases of O*NET, for the whole catalogue or one occupation. */
export const loader = tenantLoader({ permission: 'catalogue:read' }, async ({ ctx, viewer, url }) => {
  const state = readReleasesState(url.searchParams);
  const loaded = await listOnetReleases(ctx);
  const releases = loaded.map(({ release }) => release);
  const complete = loaded.filter(({ partial }) => !partial).map(({ release }) => release);
  const to = state.to ?? complete.find((release) => release !== state.from);
  const older = complete.slice(complete.indexOf(to ?? '') + 1);
  const from = state.from ?? older[0] ?? complete.find((release) => release !== to);
  const page = {
    organization: viewer.organization.name,
    base: `/o/${viewer.organization.slug}`,
    sources: loaded.map(({ name, release, attribution }) => ({ name, release, attribution })),
  };
  if (from === undefined || to === undefined) return { ...page, comparison: null };
  const listed = await listReleaseChanges(ctx, {
    ...{ from, to, soc: state.soc, kind: state.show, page: state.page, limit: PAGE_SIZE },
  });
  const titles = await occupationTitles(ctx, [...listed.changes.map(({ soc }) => soc), state.soc ?? '']);
  return { ...page, comparison: { ...listed, releases, state: { ...state, from, to }, titles } };
});

export default function ReleasesPage() {
  const { organization, base, comparison, sources } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="O*NET releases compared"
        crumbs={[
          { label: organization, to: base },
          { label: 'Occupations', to: `${base}/occupations` },
          { label: 'Releases' },
        ]}
        asOf={comparison ? `${comparison.state.from} to ${comparison.state.to}` : undefined}
      />
      {comparison ? (
        <ReleaseChangesView comparison={comparison} base={base} />
      ) : (
        <EmptyState title="Nothing to compare yet">
          A comparison needs two loaded releases of O*NET that describe occupations
          {sources.length === 1 ? '; one is loaded' : ''}. The operator of this installation loads them.
        </EmptyState>
      )}
      {sources.map(({ name, release, attribution }) =>
        attribution ? (
          <p key={release} className="small release-source">
            {name}: {attribution}
          </p>
        ) : null,
      )}
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
