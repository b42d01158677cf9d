import type { TenantArgs } from '~/http/tenant-route.server';
import { askForReleaseCuts } from '~/modules/capability/commands/ask-for-release-cuts';
import { filterWords } from '~/modules/capability/domain/heatmap-words';
import { viewLines, viewTitle } from '~/modules/capability/domain/view-words';
import { getCellDetail } from '~/modules/capability/queries/get-cell-detail';
import { getFiguresAlert } from '~/modules/capability/queries/get-figures-alert';
import { getHeatmap, sceneOf } from '~/modules/capability/queries/get-heatmap';
import { withTrend } from '~/modules/capability/queries/get-heatmap-change';
import { getHeatmapChoices } from '~/modules/capability/queries/get-heatmap-choices';
import { hasPeople } from '~/modules/people/queries/has-people';
import { shownMetric } from './heatmap-links';
import { PART_OF_PEOPLE, readHeatmapState } from './heatmap-state';

/**
 * What the heatmap shows for its address. It reads nothing but the organization's data, what is shared, and what the key
 * of a kept page holds (http/kept-pages).
 */
export async function loadHeatmap({
  ctx,
  viewer,
  reach,
  url,
  context,
}: Pick<TenantArgs, 'ctx' | 'viewer' | 'reach' | 'url' | 'context'>) {
  const { metric, cell, since, ...asked } = readHeatmapState(url.searchParams);
  const query = { ...asked, viewer, reach, limit: PART_OF_PEOPLE, after: null };
  const scene = await sceneOf(ctx, query);
  const found = await getHeatmap(ctx, query, scene);
  const view = metric === 'trend' ? await withTrend(ctx, found, { query, since }) : found;
  askForReleaseCuts(ctx, view);
  const detail = cell ? await getCellDetail(ctx, view, { ...cell, metric, query }) : null;
  const choices = url.searchParams.get('part') === 'rows' ? null : await getHeatmapChoices(ctx, query, scene);
  const { name: organization, slug } = viewer.organization;
  const isEmpty = !view.isComputed && !(await hasPeople(ctx));
  const of = view.rows.length > 0 && view.rows.every((row) => row.released) ? 'released' : 'live';
  const alert = await getFiguresAlert(ctx, { of });
  // It ends by itself, without a change of the figures.
  if (alert) context.page.refuse();
  return {
    view,
    alert,
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
}
