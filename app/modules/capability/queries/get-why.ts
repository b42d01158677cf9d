import type { TenantContext } from '#db/tenancy';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import { InvalidInput, NotFound } from '~/shared/errors';
import type { HeatmapCellView, HeatmapRowView } from '../domain/heatmap-view';
import { whyCell } from '../domain/why-cell';
import {
  type HeatmapFigure,
  readHeatmapFigure,
  readOverviewFigure,
  WHY_FIELDS,
  type WhyAnswer,
} from '../domain/why-figure';
import { getCountedDetail } from './counted-detail';
import { getHeatmap, type HeatmapQuery } from './get-heatmap';
import { getMethod } from './get-method';
import { getOverviewWhy } from './get-overview-why';
import { constantsOf, methodOfRelease } from './method-of-release';

interface WhyQuery extends Pick<HeatmapQuery, 'viewer' | 'reach'> {
  readonly figure: string;
  readonly asOf: string | null;
}

/**
 * How a figure of the heatmap or a tile of the overview came about for this viewer. Throws InvalidInput for no name of a figure, NotFound for a row
 * that the viewer does not see and for a cell that holds no such figure: a lock tells nothing.
 */
export async function getWhy(ctx: TenantContext, query: WhyQuery): Promise<WhyAnswer> {
  const tile = readOverviewFigure(query.figure);
  if (tile) return getOverviewWhy(ctx, { ...query, tile });
  const figure = readHeatmapFigure(query.figure);
  if (!figure) {
    const detail = 'is no name of a figure, such as heatmap:team:ID:leadership:mean';
    throw new InvalidInput('The query is not right.', [{ pointer: 'figure', detail }]);
  }
  const { viewer, reach, asOf } = query;
  const rows = figure.rows === 'direct' ? 'team' : figure.rows;
  const parentId = await parentOf(ctx, figure, asOf);
  const asked: HeatmapQuery = { viewer, reach, parentId, rows, asOf, limit: 1, after: null };
  const view = await getHeatmap(ctx, asked);
  const kind = figure.rows === 'direct' ? 'direct' : 'group';
  const row = view.rows.find((one) => one.kind === kind && one.id === figure.id);
  const cell = row?.cells.find((one) => one.dimension === figure.dimension);
  if (!row || !cell || cell.suppressed) throw new NotFound('There is no such figure for your role.');
  const now = await getMethod(ctx);
  const method = row.released && view.release ? await methodOfRelease(ctx, view.release.id, now) : now;
  const why = row.released
    ? releasedWhy(cell, figure, method.version)
    : whyCell(
        await withVersions(ctx, asked, { row, cell, isCounted: rows !== 'team' }),
        WHY_FIELDS[figure.field],
        method.version,
      );
  if (!why) throw new NotFound('The cell holds no such figure.');
  return {
    figure: query.figure,
    value: cell[figure.field] ?? null,
    ...{ formula: why.formula, inputs: [...why.inputs], excluded: [...why.excluded], versions: why.versions },
    constants: constantsOf(method.constants),
    asOf: row.released ? (row.figuresOf ?? view.release?.asOf ?? view.asOf) : view.asOf,
    link: linkTo(figure, { slug: viewer.organization.slug, parentId, asOf: view.past ? view.asOf : null }),
  };
}

async function parentOf(
  ctx: TenantContext,
  figure: HeatmapFigure,
  asOf: string | null,
): Promise<string | null> {
  if (figure.rows === 'direct') return figure.id;
  if (figure.rows !== 'team') return null;
  const day = asOf ?? (await getMethod(ctx)).today;
  const team = (await getTeamTree(ctx, day)).find((one) => one.teamId === figure.id);
  if (!team) throw new NotFound('There is no such team.');
  return team.parentId;
}

interface Counted {
  readonly row: HeatmapRowView;
  readonly cell: HeatmapCellView;
  readonly isCounted: boolean;
}

async function withVersions(
  ctx: TenantContext,
  asked: HeatmapQuery,
  { row, cell, isCounted }: Counted,
): Promise<HeatmapCellView> {
  if (!isCounted || cell.frameworkVersions) return cell;
  const { versions } = await getCountedDetail(ctx, asked, { row, dimension: cell.dimension, most: 1 });
  return { ...cell, frameworkVersions: [...versions] };
}

/** Of a released figure nothing is told but what the cell holds (method.md 9.6). */
function releasedWhy({ people, assessed, mean }: HeatmapCellView, { field }: HeatmapFigure, version: string) {
  if (field !== 'mean' || mean === null || mean === undefined) return null;
  return {
    formula: 'Mean level = sum of the current levels of the people assessed / people assessed, as released.',
    inputs: [
      { label: 'People', value: String(people) },
      { label: 'People assessed', value: String(assessed) },
    ],
    excluded: [],
    versions: `Formula version ${version}`,
  };
}

interface Linked {
  readonly slug: string;
  readonly parentId: string | null;
  readonly asOf: string | null;
}

/** The page with the cell open. */
function linkTo({ rows, id, dimension, field }: HeatmapFigure, { slug, parentId, asOf }: Linked): string {
  const search = new URLSearchParams();
  if (parentId !== null) search.set('parent', parentId);
  if (rows !== 'team' && rows !== 'direct') search.set('rows', rows);
  if (asOf !== null) search.set('asOf', asOf);
  if (field !== 'mean') search.set('figure', WHY_FIELDS[field]);
  search.set('cell', `${rows === 'direct' ? 'direct' : 'group'}:${id}:${dimension}`);
  return `/o/${slug}/heatmap?${search}`;
}
