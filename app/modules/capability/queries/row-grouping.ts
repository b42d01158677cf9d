import type { FiguresGrouping } from '../data/person-figures';
import { subtreeOf } from '../domain/subtree';
import type { Scene } from './get-heatmap';

/** What tells the rows of a view apart: of teams, each team by the key of the row that counts it (rowKey). */
export function rowGrouping({ query, access, place }: Scene): FiguresGrouping {
  if (query.rows !== 'team' && query.rows !== 'person') return { by: query.rows };
  const groupOf = new Map<string, string>();
  for (const child of place.children)
    for (const teamId of subtreeOf(access.tree, [child.teamId])) groupOf.set(teamId, `group:${child.teamId}`);
  if (place.node) groupOf.set(place.node.teamId, `direct:${place.node.teamId}`);
  return { by: 'team', groupOf };
}
