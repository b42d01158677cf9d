import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { ButtonLink } from '~/components/button';
import { EmptyState } from '~/components/empty-state';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { tenantLoader } from '~/http/tenant-route.server';
import { loadPositions } from './load-positions.server';
import { Pager } from './pager';
import { PositionFilterForm } from './position-filter-form';
import { isNarrowed, searchOf } from './position-state';
import { PositionTable } from './position-table';

export const meta: MetaFunction = () => [{ title: 'Positions · Cadre' }];

export const loader = tenantLoader({ permission: 'directory:read' }, loadPositions);

export default function Positions() {
  const page = useLoaderData<typeof loader>();
  const { rows, base, filter, mayWrite, detailed } = page;
  const add = (
    <ButtonLink to={`${base}/positions/new`} variant="primary">
      New position
    </ButtonLink>
  );
  const narrowed = isNarrowed(filter);
  return (
    <>
      <PageHeader
        title="Positions"
        crumbs={[{ label: page.organization, to: base }, { label: 'Positions' }]}
        tools={
          detailed ? (
            <>
              <ButtonLink reloadDocument to={`${base}/positions/export?format=csv`}>
                Export CSV
              </ButtonLink>
              <ButtonLink reloadDocument to={`${base}/positions/export?format=xlsx`}>
                Export XLSX
              </ButtonLink>
              {mayWrite ? <ButtonLink to={`${base}/positions/import`}>Import</ButtonLink> : null}
              {mayWrite ? add : null}
            </>
          ) : null
        }
      />
      {page.imported === null ? null : (
        <Notice tone="good" announce>
          {page.imported === 1 ? '1 position was imported.' : `${page.imported} positions were imported.`}
        </Notice>
      )}
      <p className="lead">
        Named posts with who holds them. What a post asks for stands in its own profile, and replaces the
        target of occupation and band for whoever holds it.
      </p>
      <PositionFilterForm
        key={searchOf(filter, 1)}
        filter={filter}
        teams={page.teams}
        sites={page.sites}
        detailed={detailed}
      />
      {rows.length > 0 ? (
        <>
          <PositionTable
            rows={rows}
            titles={page.titles}
            total={page.total}
            base={base}
            detailed={detailed}
          />
          <Pager filter={filter} page={page.page} pages={page.pages} />
        </>
      ) : narrowed ? (
        <EmptyState
          title="No position fits"
          action={
            <Link className="link" to="?">
              Show all positions
            </Link>
          }
        >
          Nothing fits the search and the filters together.
        </EmptyState>
      ) : (
        <EmptyState title="No position yet" action={mayWrite ? add : undefined}>
          Posts that matter by name stand here: who holds them, what they ask for, and from where they can be
          filled.
        </EmptyState>
      )}
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
