import type { MetaFunction } from '@remix-run/node';
import { useLoaderData, useSearchParams } from '@remix-run/react';
import { ButtonLink } from '~/components/button';
import { PageHeader } from '~/components/page-header';
import { useRefreshWhile } from '~/components/use-refresh-while';
import { tenantLoader } from '~/http/tenant-route.server';
import { askForReleaseCuts } from '~/modules/capability/commands/ask-for-release-cuts';
import { orderRows } from '~/modules/capability/domain/ai-readiness/readiness-order';
import { getAiReadiness } from '~/modules/capability/queries/ai-readiness/get-ai-readiness';
import { getReadinessDetail } from '~/modules/capability/queries/ai-readiness/get-readiness-detail';
import { getFiguresAlert } from '~/modules/capability/queries/get-figures-alert';
import { AsOfLine } from '~/modules/capability/ui/as-of-line';
import { FiguresNotice } from '~/modules/capability/ui/figures-notice';
import { hasPeople } from '~/modules/people/queries/has-people';
import { ReadinessBody } from './readiness-body';
import { readReadinessState, searchWith } from './readiness-state';

export const meta: MetaFunction = () => [{ title: 'AI-readiness · Cadre' }];

/** Use of AI against target by occupation, team or site, beside what is known of the exposure of occupations. */
export const loader = tenantLoader({ permission: 'heatmap:read' }, async ({ ctx, viewer, reach, url }) => {
  const { sort, row, ...state } = readReadinessState(url.searchParams);
  const found = await getAiReadiness(ctx, { viewer, reach, ...state });
  askForReleaseCuts(ctx, found);
  const view = { ...found, live: found.live && { ...found.live, rows: orderRows(found.live.rows, sort) } };
  const detail = row ? await getReadinessDetail(ctx, view, row) : null;
  const { name: organization, slug } = viewer.organization;
  const alert = await getFiguresAlert(ctx, { of: view.live ? 'live' : 'released' });
  return { view, alert, detail, organization, slug, isEmpty: !(await hasPeople(ctx)) };
});

export default function AiReadinessPage() {
  const { view, alert, detail, organization, slug, isEmpty } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  useRefreshWhile(view.pending || view.preparing || (!view.isComputed && !isEmpty));
  const exports = `/o/${slug}/ai-readiness/export`;
  const exportAs = (format: string) => `${exports}${searchWith(search, { format, row: null })}`;
  return (
    <>
      <PageHeader
        title="AI-readiness"
        crumbs={[{ label: organization, to: `/o/${slug}` }, { label: 'Use of AI against target' }]}
        asOf={
          isEmpty || (view.isComputed && view.computedAt === null) ? undefined : (
            <AsOfLine
              asOf={view.asOf}
              computedAt={view.computedAt}
              zone={view.timeZone}
              pending={view.pending}
              past={view.live !== null && view.isPast}
              release={view.live === null ? (view.released?.release ?? null) : null}
              releasedElsewhere={view.live === null ? null : (view.released?.release ?? null)}
            />
          )
        }
        tools={
          view.live || view.released ? (
            <>
              <ButtonLink to={exportAs('csv')} reloadDocument>
                Export CSV
              </ButtonLink>
              <ButtonLink to={exportAs('xlsx')} reloadDocument>
                Export XLSX
              </ButtonLink>
            </>
          ) : undefined
        }
      />
      <FiguresNotice alert={alert} lastGood={view.computedAt} zone={view.timeZone} />
      <ReadinessBody view={view} detail={detail} base={`/o/${slug}`} isEmpty={isEmpty} />
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
