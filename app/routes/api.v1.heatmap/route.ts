import { readQuery } from '~/http/api-query';
import { withNextLink } from '~/http/next-link';
import { apiLoader } from '~/http/tenant-route.server';
import { tellUnchanged } from '~/http/unchanged.server';
import { askForReleaseCuts } from '~/modules/capability/commands/ask-for-release-cuts';
import { heatmapAnswer, heatmapQuery } from '~/modules/capability/domain/api-schemas';
import {
  FILTER_NAMES,
  filterParameter,
  type HeatmapFilter,
} from '~/modules/capability/domain/heatmap-filter';
import { isHiddenRow } from '~/modules/capability/domain/heatmap-view';
import { getHeatmap } from '~/modules/capability/queries/get-heatmap';
import { Forbidden, InvalidInput } from '~/shared/errors';

const CURSOR = /^[^\0\t]{1,200}\t[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Name and id of the last person of the page before. Throws InvalidInput for what this list never gave out. */
function readCursor(cursor: string): string {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  if (CURSOR.test(text)) return text;
  throw new InvalidInput('The query is not right.', [
    { pointer: 'cursor', detail: 'is not a cursor of this list' },
  ]);
}

/** The heatmap as the token's role may see it; the figures of the page, unrounded where the page rounds for reading. */
export const loader = apiLoader({ permission: 'heatmap:read' }, async (args) => {
  const { ctx, viewer, reach, request, url } = args;
  const { rows, parent, asOf, limit, cursor, ...filters } = readQuery(url, heatmapQuery);
  const after = cursor === undefined ? null : readCursor(cursor);
  const view = await getHeatmap(ctx, {
    ...{ viewer, reach, rows, limit, after },
    parentId: parent ?? null,
    asOf: asOf ?? null,
    filter: filterOf(filters),
  });
  if (view.onlyByTeam) refuseNarrowing(rows);
  askForReleaseCuts(ctx, view);
  const body = heatmapAnswer.parse({
    ...view,
    pending: view.pending || view.preparing,
    release: view.release?.id ?? null,
    rows: view.rows.map((row) => ({ ...row, people: row.released && isHiddenRow(row) ? null : row.people })),
  });
  const next = view.next && Buffer.from(view.next, 'utf8').toString('base64url');
  return tellUnchanged(request, withNextLink(body, url, next), [viewer.id, viewer.role, ...viewer.teamScope]);
});

function filterOf(values: Readonly<Record<string, string | undefined>>): HeatmapFilter {
  const entries = FILTER_NAMES.map((name) => [name, values[filterParameter(name)] ?? null]);
  return Object.fromEntries(entries) as unknown as HeatmapFilter;
}

function refuseNarrowing(rows: string): never {
  const detail =
    'Figures for this role are released by team: other rows and filters would tell single people.';
  throw new Forbidden(detail, [{ pointer: rows === 'team' ? 'filter' : 'rows', detail }]);
}
