import { readQuery } from '~/http/api-query';
import { withNextLink } from '~/http/next-link';
import { apiLoader } from '~/http/tenant-route.server';
import { askForReleaseCuts } from '~/modules/capability/commands/ask-for-release-cuts';
import { heatmapAnswer, heatmapQuery } from '~/modules/capability/domain/api-schemas';
import { isHiddenRow } from '~/modules/capability/domain/heatmap-view';
import { getHeatmap } from '~/modules/capability/queries/get-heatmap';
import { InvalidInput } from '~/shared/errors';

const CURSOR = /^[^\0\t]{1,200}\t[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Name and id of the last person of the page before. Throws InvalidInput for what this list never gave out. */
function readCursor(cursor: string): string {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  if (CURSOR.test(text)) return text;
  throw new InvalidInput('The query is not right.', [
    { pointer: 'cursor', detail: 'is not a cursor of this list' },
  ]);
}

/** Cells are kept as of one day, that of the newest figures. Throws InvalidInput for another. */
function requireDay(asked: string, kept: string): void {
  if (asked === kept) return;
  const detail = `is ${asked}; the heatmap is kept as of ${kept} only. A person on an earlier day: /profiles/{employee}?asOf=${asked}`;
  throw new InvalidInput('The heatmap is not kept for this day.', [{ pointer: 'asOf', detail }]);
}

/** The heatmap as the token's role may see it; the figures of the page, unrounded where the page rounds for reading. */
export const loader = apiLoader({ permission: 'heatmap:read' }, async ({ ctx, viewer, reach, url }) => {
  const { rows, parent, asOf, limit, cursor } = readQuery(url, heatmapQuery);
  const after = cursor === undefined ? null : readCursor(cursor);
  const view = await getHeatmap(ctx, { viewer, reach, parentId: parent ?? null, rows, limit, after });
  if (asOf !== undefined) requireDay(asOf, view.asOf);
  askForReleaseCuts(ctx, view);
  const body = heatmapAnswer.parse({
    ...view,
    pending: view.pending || view.preparing,
    release: view.release?.id ?? null,
    rows: view.rows.map((row) => ({ ...row, people: row.released && isHiddenRow(row) ? null : row.people })),
  });
  return withNextLink(body, url, view.next && Buffer.from(view.next, 'utf8').toString('base64url'));
});
