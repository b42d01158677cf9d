import type { MetaFunction } from '@remix-run/node';
import { useLoaderData, useSearchParams } from '@remix-run/react';
import { EmptyState } from '~/components/empty-state';
import { PageHeader } from '~/components/page-header';
import { useRefreshWhile } from '~/components/use-refresh-while';
import { tenantLoader } from '~/http/tenant-route.server';
import { AsOfLine } from '~/modules/capability/ui/as-of-line';
import { FiguresNotice } from '~/modules/capability/ui/figures-notice';
import { HeatmapBody } from './heatmap-body';
import { searchWith, WITHOUT_PLACE } from './heatmap-state';
import { HeatmapTools } from './heatmap-tools';
import { loadHeatmap } from './load-heatmap.server';
import { NoPeople } from './no-people';

export const meta: MetaFunction = () => [{ title: 'Capability heatmap · Cadre' }];

/** Teams by dimension, down to people where the viewer may see them; the address holds the whole state. */
export const loader = tenantLoader({ permission: 'heatmap:read' }, loadHeatmap);

export default function HeatmapPage() {
  const { view, alert, detail, choices, lines, organization, slug, isEmpty, brings } =
    useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  useRefreshWhile(view.pending || view.preparing || (!view.isComputed && !isEmpty));
  const path = view.parent?.path ?? [];
  /** From people the way back leads to teams; other rows stay. */
  const rows = search.get('rows');
  const above = { ...WITHOUT_PLACE, direct: null, rows: rows === 'person' ? null : rows };
  const crumbs = [
    {
      label: organization,
      ...(path.length > 0 ? { to: searchWith(search, { ...above, parent: null }) } : {}),
    },
    ...path.map(({ id, name }, index) => ({
      label: name,
      ...(index < path.length - 1 ? { to: searchWith(search, { ...above, parent: id }) } : {}),
    })),
  ];
  return (
    <>
      <PageHeader
        title="Capability heatmap"
        crumbs={crumbs}
        tools={isEmpty || !view.isComputed ? undefined : <HeatmapTools base={`/o/${slug}`} />}
        asOf={
          isEmpty || (view.isComputed && view.computedAt === null) ? undefined : (
            <AsOfLine
              asOf={view.asOf}
              computedAt={view.computedAt}
              zone={view.timeZone}
              pending={view.pending}
              release={view.rows.every((row) => row.released) ? view.release : null}
              releasedElsewhere={view.release}
              past={view.past}
            />
          )
        }
      />
      <FiguresNotice alert={alert} lastGood={view.computedAt} zone={view.timeZone} />
      <ul className="print-lines">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {isEmpty ? (
        <NoPeople brings={brings} slug={slug} />
      ) : !view.isComputed ? (
        <EmptyState title="The first figures are being computed">
          The heatmap stands here as soon as the background job has computed it, usually within seconds.
        </EmptyState>
      ) : (
        <HeatmapBody view={view} detail={detail} choices={choices} base={`/o/${slug}`} />
      )}
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
