import type { TenantArgs } from '~/http/tenant-route.server';
import { filterWords } from '~/modules/capability/domain/heatmap-words';
import { getHeatmapChoices } from '~/modules/capability/queries/get-heatmap-choices';
import { getMethod } from '~/modules/capability/queries/get-method';
import { DIMENSION_LABELS } from '~/modules/frameworks/domain/dimension';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import { formatDay } from '~/shared/format-day';
import type { HeatmapState } from '../o.$org.heatmap/heatmap-state';

/** What a state of the heatmap narrows, in words: place, filters, days, order. Nothing for the whole of today. */
export async function stateWords(
  { ctx, viewer, reach }: Pick<TenantArgs, 'ctx' | 'viewer' | 'reach'>,
  state: HeatmapState,
): Promise<string[]> {
  const { parentId, rows, filter, asOf, since, order, directOnly } = state;
  const { today } = await getMethod(ctx);
  const place = parentId && (await getTeamTree(ctx, today)).find(({ teamId }) => teamId === parentId)?.path;
  const query = { viewer, reach, parentId: null, rows, filter, limit: 1, after: null };
  const isFiltered = Object.values(filter).some((value) => value !== null);
  const choices = isFiltered ? await getHeatmapChoices(ctx, query) : null;
  const { by, down } = order;
  return [
    ...(parentId ? [place ? `in ${place}` : 'in a team that is there no more'] : []),
    ...(directOnly ? ['only those directly in the team'] : []),
    ...(isFiltered ? filterWords(filter, choices) : []),
    ...(asOf ? [`as of ${formatDay(asOf)}`] : []),
    ...(since ? [`since ${formatDay(since)}`] : []),
    ...(by === 'name' ? (down ? ['by name, from Z'] : []) : [orderWords(by, down)]),
  ];
}

function orderWords(
  { dimension, figure }: Exclude<HeatmapState['order']['by'], 'name'>,
  down: boolean,
): string {
  return `${DIMENSION_LABELS[dimension]}, ${down ? 'largest' : 'smallest'} ${figure} first`;
}
