import type { FiguresSelection } from '../data/person-figures';
import { type HeatmapFilter, NONE } from '../domain/heatmap-filter';
import { subtreeOf } from '../domain/subtree';
import type { ViewerAccess } from './get-viewer-access';

interface Narrowing {
  readonly access: Pick<ViewerAccess, 'tree' | 'liveTeams' | 'everything'>;
  /** Only this team with all beneath it; null: everywhere. */
  readonly parentId: string | null;
  readonly directOnly?: boolean;
  readonly filter: HeatmapFilter;
}

/** Whom a heatmap counts one by one: never anybody outside the teams that the viewer sees live. */
export function selectFigures({ access, parentId, directOnly = false, filter }: Narrowing): FiguresSelection {
  const { site, occupation, band, kind, available } = filter;
  return {
    teamIds: teamsOf({ access, parentId, directOnly, filter }),
    siteIds: oneOf(site, (id) => id),
    socs: oneOf(occupation, (soc) => soc),
    bands: oneOf(band, Number),
    kinds: kind === null ? null : [kind],
    available: available === null ? null : available === 'yes',
  };
}

function teamsOf({ access, parentId, directOnly, filter }: Narrowing): readonly string[] | null {
  const { tree, liveTeams, everything } = access;
  if (everything && parentId === null && filter.team === null) return null;
  const under = (teamId: string | null) => (teamId === null ? null : subtreeOf(tree, [teamId]));
  const beneath = directOnly && parentId !== null ? new Set([parentId]) : under(parentId);
  const filtered = under(filter.team);
  return [...liveTeams].filter((id) => (beneath?.has(id) ?? true) && (filtered?.has(id) ?? true));
}

function oneOf<T>(value: string | null, read: (text: string) => T): (T | null)[] | null {
  if (value === null) return null;
  return [value === NONE ? null : read(value)];
}
