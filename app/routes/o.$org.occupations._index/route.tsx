import type { MetaFunction } from '@remix-run/node';
import { useLoaderData, useNavigation } from '@remix-run/react';
import { ButtonLink } from '~/components/button';
import { EmptyState } from '~/components/empty-state';
import { PageHeader } from '~/components/page-header';
import { tenantLoader } from '~/http/tenant-route.server';
import { listFrameworkVersions } from '~/modules/frameworks/queries/list-framework-versions';
import { countStatements } from '~/modules/frameworks/queries/list-frameworks';
import { listOccupations, majorGroups } from '~/modules/occupations/queries/list-occupations';
import { reachOf } from '~/modules/organizations/domain/permissions';
import { readListState, searchOf } from './list-state';
import { NothingFound } from './nothing-found';
import { OccupationSearch } from './occupation-search';
import { OccupationTable } from './occupation-table';

const PAGE_SIZE = 50;

export const meta: MetaFunction = () => [{ title: 'Occupations · Cadre' }];

/** The catalogue: by code, or found by own, alternate and reported titles; narrowed by zone, group and what is known. */
export const loader = tenantLoader({ permission: 'catalogue:read' }, async ({ ctx, viewer, url }) => {
  const state = readListState(url.searchParams);
  const described = [...(await listFrameworkVersions(ctx)).keys()];
  const { query, zone, group, evidence, framework, cursor } = state;
  const page = await listOccupations(ctx, {
    query,
    cursor,
    limit: PAGE_SIZE,
    jobZone: zone,
    group,
    evidence,
    socs: framework ? described : undefined,
  });
  const counts = await countStatements(
    ctx,
    page.items.map(({ soc }) => soc),
  );
  return {
    state,
    described: described.length,
    total: page.total,
    groups: await majorGroups(ctx),
    rows: page.items.map((item) => ({ ...item, statements: counts.get(item.soc) ?? null })),
    next: page.next === null ? null : searchOf({ ...state, cursor: page.next }),
    organization: viewer.organization.name,
    base: `/o/${viewer.organization.slug}`,
    mayImport: reachOf(viewer.role, 'catalogue:write') !== 'none',
  };
});

export default function OccupationsPage() {
  const { state, described, total, groups, rows, next, organization, base, mayImport } =
    useLoaderData<typeof loader>();
  const size = described === 1 ? '1 occupation has statements' : `${described} occupations have statements`;
  const found = total === 1 ? '1 occupation' : `${total.toLocaleString('en')} occupations`;
  const searching = useNavigation().formMethod === 'GET';
  return (
    <>
      <PageHeader
        title="Occupations"
        crumbs={[{ label: organization, to: base }, { label: 'Occupations' }]}
        asOf={described > 0 ? size : undefined}
        tools={
          <>
            <ButtonLink to={`${base}/standards`}>Standards</ButtonLink>
            <ButtonLink to={`${base}/catalogue/releases`}>Compare releases</ButtonLink>
            {mayImport ? <ButtonLink to={`${base}/frameworks/import`}>Import a framework</ButtonLink> : null}
          </>
        }
      />
      <OccupationSearch state={state} groups={groups} />
      <p role="status" className="small occupation-count">
        {searching ? 'Searching …' : state.query === '' ? found : `${found} for “${state.query}”`}
      </p>
      {rows.length > 0 ? (
        <OccupationTable rows={rows} base={base} next={next} />
      ) : described === 0 && searchOf(state) === '?' ? (
        <NothingLoaded mayImport={mayImport} />
      ) : (
        <NothingFound state={state} />
      )}
    </>
  );
}

function NothingLoaded({ mayImport }: { readonly mayImport: boolean }) {
  return (
    <EmptyState title="No statements yet">
      Here stand the occupations of the organization with what mastery, AI use and durable skills look like at
      each level.{' '}
      {mayImport ? (
        <>
          They come with <code>npm run cadre -- import FILE</code>, which reads LER.me JSON exports and the
          page text of the National Skills Exchange.
        </>
      ) : (
        'An administrator or an HR partner of your organization can have them imported.'
      )}
    </EmptyState>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
