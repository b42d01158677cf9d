import type { MetaFunction } from '@remix-run/node';
import { useLoaderData, useSearchParams } from '@remix-run/react';
import { ExportLinks } from '~/components/export-links';
import { PageHeader } from '~/components/page-header';
import { SegmentedLinks } from '~/components/segmented-links';
import { tenantLoader } from '~/http/tenant-route.server';
import { askForReleaseCuts } from '~/modules/capability/commands/ask-for-release-cuts';
import { isFiltered } from '~/modules/capability/domain/heatmap-filter';
import { filterWords, ROW_WORDS } from '~/modules/capability/domain/heatmap-words';
import { getGroupComparison } from '~/modules/capability/queries/get-group-comparison';
import { getHeatmapChoices } from '~/modules/capability/queries/get-heatmap-choices';
import { listComparableGroups } from '~/modules/capability/queries/list-comparable-groups';
import { AsOfLine } from '~/modules/capability/ui/as-of-line';
import { GroupComparisonTable } from '~/modules/capability/ui/group-comparison-table';
import { isCadreError } from '~/shared/errors';
import { searchWith } from '../o.$org.heatmap/heatmap-state';
import { ChooseGroups } from './choose-groups';
import { plainSearch, readComparisonState } from './comparison-state';

export const meta: MetaFunction = () => [{ title: 'Compare groups · Cadre' }];

/** Two groups side by side, as far as the reader sees each of them on the heatmap. */
export const loader = tenantLoader({ permission: 'heatmap:read' }, async ({ ctx, viewer, reach, url }) => {
  const { rows, filter, asOf, ids } = readComparisonState(url.searchParams);
  const query = { viewer, reach, filter, asOf, limit: 1, after: null };
  const choices = await getHeatmapChoices(ctx, { ...query, rows, parentId: null });
  const asked = ids ? await getGroupComparison(ctx, { ...query, rows, ids }).catch(wordsOf) : null;
  const found = asked === null || 'refused' in asked ? null : asked;
  if (found) askForReleaseCuts(ctx, found.view);
  const { name: organization, slug } = viewer.organization;
  const listed = await listComparableGroups(ctx, { ...query, rows, choices, chosen: ids ?? [] });
  return {
    ...{ organization, base: `/o/${slug}`, rows, ids, found, ...listed },
    refused: asked && 'refused' in asked ? asked.refused : null,
    narrowed: rows !== 'team' || isFiltered(filter),
    filters: filterWords(filter, choices),
    isLive: choices !== null,
  };
});

/** What is said instead of a comparison; anything else is an error of the page. */
function wordsOf(error: unknown): { readonly refused: string } {
  const kinds = ['invalid-input', 'not-found', 'forbidden'];
  if (isCadreError(error) && kinds.includes(error.kind)) return { refused: error.reason };
  throw error;
}

export default function ComparePage() {
  const { organization, base, rows, ids, groups, unlisted, found, refused, narrowed, filters, isLive } =
    useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const heatmap = `${base}/heatmap`;
  const back = searchWith(search, { a: null, b: null });
  const kinds = isLive ? (['team', 'site', 'occupation', 'band'] as const) : [];
  return (
    <>
      <PageHeader
        title="Compare groups"
        crumbs={[
          { label: organization, to: base },
          { label: 'Capability heatmap', to: back === '.' ? heatmap : `${heatmap}${back}` },
          { label: 'Compare groups' },
        ]}
        asOf={
          found ? (
            <AsOfLine
              asOf={found.view.asOf}
              computedAt={found.view.computedAt}
              zone={found.view.timeZone}
              pending={found.view.pending}
              release={found.first.row.released && found.second.row.released ? found.view.release : null}
              releasedElsewhere={found.view.release}
              past={found.view.past}
            />
          ) : undefined
        }
      />
      {kinds.length > 0 ? (
        <div className="bar">
          <SegmentedLinks
            label="Groups"
            options={kinds.map((kind) => ({
              label: ROW_WORDS[kind],
              to: searchWith(search, { a: null, b: null, rows: kind === 'team' ? null : kind }),
              current: kind === rows,
            }))}
          />
        </div>
      ) : null}
      <ChooseGroups
        {...{ groups, unlisted, ids, search, refused }}
        plain={narrowed ? plainSearch(search) : null}
      />
      {filters.length > 0 ? <p className="small">{filters.join(' · ')}</p> : null}
      {found ? (
        <GroupComparisonTable {...found} heatmap={heatmap} kept={back === '.' ? '' : back.slice(1)} />
      ) : null}
      {found ? (
        <div className="toolbar">
          <ExportLinks to={`${heatmap}/compare/export${searchWith(search, {})}`} of="this comparison" />
        </div>
      ) : null}
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
