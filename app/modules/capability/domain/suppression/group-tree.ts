/**
 * A tree of groups read for the cut: children in order of id, the way from the top, and the keys of rows.
 * A row is a group with everything beneath ("group:ID") or the people directly in it ("direct:ID");
 * the organization is "group:" and the people in no group "direct:".
 */
import { InvalidInput } from '~/shared/errors';
import type { ReleaseGroup } from './release-facts';

export interface GroupTree {
  has(id: string): boolean;
  nameOf(id: string): string | undefined;
  /** Ids of the groups directly beneath, sorted; null: the top groups. */
  childrenOf(id: string | null): readonly string[];
  /** Ids of the groups above, top first, without the group itself; empty when it is unknown. */
  pathOf(id: string): readonly string[];
}

export const ORGANIZATION_KEY = 'group:';

export function groupKey(id: string | null): string {
  return `group:${id ?? ''}`;
}

export function directKey(id: string | null): string {
  return `direct:${id ?? ''}`;
}

/** Reads the groups; throws InvalidInput when a group is its own ancestor or an id occurs twice. */
export function readTree(groups: readonly ReleaseGroup[]): GroupTree {
  const byId = new Map(groups.map((group) => [group.id, group]));
  if (byId.size !== groups.length) throw new InvalidInput('A group occurs twice in the tree.');
  const parentOf = (id: string): string | null => {
    const parent = byId.get(id)?.parentId ?? null;
    return parent !== null && byId.has(parent) ? parent : null;
  };
  const paths = new Map<string, readonly string[]>();
  for (const { id } of groups) paths.set(id, walkUp(id, parentOf, groups.length));
  const children = new Map<string | null, string[]>();
  for (const { id } of groups) {
    const siblings = children.get(parentOf(id)) ?? [];
    siblings.push(id);
    children.set(parentOf(id), siblings);
  }
  for (const siblings of children.values()) siblings.sort();
  return {
    has: (id) => byId.has(id),
    nameOf: (id) => byId.get(id)?.name,
    childrenOf: (id) => children.get(id) ?? [],
    pathOf: (id) => paths.get(id) ?? [],
  };
}

/** The keys of the rows that people directly in the group count in: its direct row, then upward to the whole.
 * Throws InvalidInput for a group that is not in the tree. */
export function keysAround(groupId: string | null, tree: GroupTree): readonly string[] {
  if (groupId === null) return [directKey(null), ORGANIZATION_KEY];
  if (!tree.has(groupId)) throw new InvalidInput(`The group ${groupId} is not in the tree.`);
  const above = [...tree.pathOf(groupId), groupId].reverse().map(groupKey);
  return [directKey(groupId), ...above, ORGANIZATION_KEY];
}

function walkUp(id: string, parentOf: (id: string) => string | null, limit: number): readonly string[] {
  const path: string[] = [];
  for (let at = parentOf(id); at !== null; at = parentOf(at)) {
    path.unshift(at);
    if (path.length > limit) throw new InvalidInput(`The group ${id} is its own ancestor.`);
  }
  return path;
}
