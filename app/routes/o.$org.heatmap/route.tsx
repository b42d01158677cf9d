import type { MetaFunction } from '@remix-run/node';
import { useLoaderData, useSearchParams } from '@remix-run/react';
import { EmptyState } from '~/components/empty-state';
import { PageHeader } from '~/components/page-header';
import { useRefreshWhile } from '~/components/use-refresh-while';
import { tenantLoader } from '~/http/tenant-route.server';
import { askForReleaseCuts } from '~/modules/capability/commands/ask-for-release-cuts';
import { filterWords } from '~/modules/capability/domain/heatmap-words';
import { viewLines, viewTitle } from '~/modules/capability/domain/view-words';
import { getCellDetail } from '~/modules/capability/queries/get-cell-detail';
import { getFiguresAlert } from '~/modules/capability/queries/get-figures-alert';
import { getHeatmap } from '~/modules/capability/queries/get-heatmap';
import { withTrend } from '~/modules/capability/queries/get-heatmap-change';
import { getHeatmapChoices } from '~/modules/capability/queries/get-heatmap-choices';
import { AsOfLine } from '~/modules/capability/ui/as-of-line';
import { FiguresNotice } from '~/modules/capability/ui/figures-notice';
import { hasPeople } from '~/modules/people/queries/has-people';
import { HeatmapBody } from './heatmap-body';
import { shownMetric } from './heatmap-links';
import { PART_OF_PEOPLE, readHeatmapState, searchWith, WITHOUT_PLACE } from './heatmap-state';
import { HeatmapTools } from './heatmap-tools';
import { NoPeople } from './no-people';

export const meta: MetaFunction = () => [{ title: 'Capability heatmap · Cadre' }];

/** Teams by dimension, down to people where the viewer may see them; the address holds the whole state. */
export const loader = tenantLoader({ permission: 'heatmap:read' }, async ({ ctx, viewer, reach, url }) => {
  const { metric, cell, since, ...asked } = readHeatmapState(url.searchParams);
  const query = { ...asked, viewer, reach, limit: PART_OF_PEOPLE, after: null };
  const found = await getHeatmap(ctx, query);
  const view = metric === 'trend' ? await withTrend(ctx, found, { query, since }) : found;
  askForReleaseCuts(ctx, view);
  const detail = cell ? await getCellDetail(ctx, view, { ...cell, metric, query }) : null;
  const choices = url.searchParams.get('part') === 'rows' ? null : await getHeatmapChoices(ctx, query);
  const { name: organization, slug } = viewer.organization;
  const isEmpty = !view.isComputed && !(await hasPeople(ctx));
  const of = view.rows.length > 0 && view.rows.every((row) => row.released) ? 'released' : 'live';
  return {
    view,
    alert: await getFiguresAlert(ctx, { of }),
    offset: query.offset,
    detail,
    choices,
    /** What the picture on paper is of. */
    lines: [
      viewTitle(view, shownMetric(view, metric)),
      ...viewLines(view, organization, filterWords(query.filter, choices)),
    ],
    organization,
    slug,
    /** Another right is another view, even where it shows the same. */
    reader: [viewer.role, ...viewer.teamScope],
    isEmpty,
    brings: viewer.role === 'hr_partner',
  };
});

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
