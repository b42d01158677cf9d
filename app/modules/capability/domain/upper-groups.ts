/** Which groups of a large tree stand in a list to choose from. Source: product.md (heatmap). */
import type { Choice } from './heatmap-words';

export interface ListedGroups {
  /** By path. */
  readonly groups: Choice[];
  /** How many are left out. */
  readonly unlisted: number;
}

/** At most so many groups, those nearest the top, and those that are chosen wherever they stand. */
export function upperGroups(
  all: readonly Choice[],
  { most, chosen }: { readonly most: number; readonly chosen: readonly string[] },
): ListedGroups {
  const depth = ({ name }: Choice) => name.split(' / ').length;
  const upper = new Set([...all].sort((a, b) => depth(a) - depth(b)).slice(0, most));
  const groups = all.filter((group) => upper.has(group) || chosen.includes(group.id));
  return {
    groups: groups.sort((a, b) => (a.name < b.name ? -1 : 1)),
    unlisted: all.length - groups.length,
  };
}
