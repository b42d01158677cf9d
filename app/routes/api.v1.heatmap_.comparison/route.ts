import { readQuery } from '~/http/api-query';
import { apiLoader } from '~/http/tenant-route.server';
import { askForReleaseCuts } from '~/modules/capability/commands/ask-for-release-cuts';
import { comparisonAnswer, comparisonQuery, whyNames } from '~/modules/capability/domain/comparison-lines';
import { isFiltered, isGroupId, readHeatmapFilter } from '~/modules/capability/domain/heatmap-filter';
import { type HeatmapRowView, isHiddenRow } from '~/modules/capability/domain/heatmap-view';
import { getGroupComparison } from '~/modules/capability/queries/get-group-comparison';
import { InvalidInput } from '~/shared/errors';

/** Two groups side by side, as far as the token's role may see each of them. */
export const loader = apiLoader({ permission: 'heatmap:read' }, async ({ ctx, viewer, reach, url }) => {
  const { rows, a, b, asOf = null } = readQuery(url, comparisonQuery);
  for (const [pointer, id] of [
    ['a', a],
    ['b', b],
  ] as const)
    if (!isGroupId(rows, id)) {
      const detail = 'is no id of a row of this kind';
      throw new InvalidInput('The query is not right.', [{ pointer, detail }]);
    }
  const filter = readHeatmapFilter(url.searchParams);
  const found = await getGroupComparison(ctx, { viewer, reach, rows, filter, asOf, ids: [a, b] });
  const { view, first, second, sharePeople, differences } = found;
  askForReleaseCuts(ctx, view);
  return comparisonAnswer.parse({
    ...{ asOf: view.asOf, computedAt: view.computedAt, pending: view.pending || view.preparing, sharePeople },
    release: view.release?.id ?? null,
    ...{ a: told(first.row), b: told(second.row) },
    differences: differences.map((difference) => ({
      ...difference,
      why: isFiltered(filter) ? null : whyNames(rows, [a, b], difference),
    })),
  });
});

function told(row: HeatmapRowView) {
  return { ...row, people: row.released && isHiddenRow(row) ? null : row.people };
}
