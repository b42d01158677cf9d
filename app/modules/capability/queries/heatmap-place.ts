import type { TeamNode } from '~/modules/people/domain/team-tree';
import { NotFound } from '~/shared/errors';
import type { HeatmapView } from '../domain/heatmap-view';

export interface Place {
  readonly parent: HeatmapView['parent'];
  readonly node: TeamNode | null;
  readonly children: readonly TeamNode[];
}

/** The team asked for with the way to it and its child teams. Throws NotFound for an unknown team. */
export function placeIn(tree: readonly TeamNode[], parentId: string | null): Place {
  const children = tree.filter((team) => team.parentId === parentId);
  if (parentId === null) return { parent: null, node: null, children };
  const byId = new Map(tree.map((team) => [team.teamId, team]));
  const node = byId.get(parentId);
  if (!node) throw new NotFound('There is no such team.');
  const path: { id: string; name: string }[] = [];
  for (let at: TeamNode | undefined = node; at; at = at.parentId ? byId.get(at.parentId) : undefined) {
    path.unshift({ id: at.teamId, name: at.name });
  }
  return { parent: { id: node.teamId, name: node.name, path }, node, children };
}
