import { readQuery } from '~/http/api-query';
import { withNextLink } from '~/http/next-link';
import { apiLoader } from '~/http/tenant-route.server';
import { heatmapAnswer, heatmapQuery } from '~/modules/capability/domain/api-schemas';
import { isHiddenRow } from '~/modules/capability/domain/heatmap-view';
import { getHeatmap } from '~/modules/capability/queries/get-heatmap';

/** The heatmap as the token's role may see it; the figures of the page, unrounded where the page rounds for reading. */
export const loader = apiLoader({ permission: 'heatmap:read' }, async ({ ctx, viewer, reach, url }) => {
  const { rows, parent, limit, cursor } = readQuery(url, heatmapQuery);
  const after = cursor === undefined ? null : Buffer.from(cursor, 'base64url').toString('utf8');
  const view = await getHeatmap(ctx, { viewer, reach, parentId: parent ?? null, rows, limit, after });
  const body = heatmapAnswer.parse({
    ...view,
    release: view.release?.id ?? null,
    rows: view.rows.map((row) => ({ ...row, people: row.released && isHiddenRow(row) ? null : row.people })),
  });
  return withNextLink(body, url, view.next && Buffer.from(view.next, 'utf8').toString('base64url'));
});
