import { z } from 'zod';
import { DIMENSIONS, type Dimension } from '~/modules/frameworks/domain/dimension';
import type { Level } from '~/modules/frameworks/domain/level';
import { textFault } from '~/modules/people/domain/cells';
import { subtreeOf } from '../subtree';

/** On which teams a requirement is set: these, or each that lies beneath a team (null: all) and is named so. */
export type RequirementGroups =
  | { readonly kind: 'teams'; readonly teamIds: readonly string[] }
  | { readonly kind: 'below'; readonly teamId: string | null; readonly nameHolds: string };

/** What is asked: at least minimum holders of level in dimension, on each of the groups. */
export interface RequirementFacts {
  readonly name: string;
  readonly dimension: Dimension;
  readonly level: Exclude<Level, 0>;
  readonly minimum: number;
  readonly reason: string;
  readonly groups: RequirementGroups;
}

/** One period of a requirement, half open. */
export interface RequirementPeriod extends RequirementFacts {
  readonly requirementId: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

const line = (most: number, lines = false) =>
  z
    .string()
    .trim()
    .superRefine((text, ctx) => {
      const fault = textFault(text, most, lines);
      if (fault) ctx.addIssue({ code: 'custom', message: fault });
    });

/** Most teams that one requirement names. */
const MOST_TEAMS = 500;

const groups = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('teams'),
    teamIds: z.array(z.guid()).min(1, 'names no team.').max(MOST_TEAMS),
  }),
  z.strictObject({ kind: z.literal('below'), teamId: z.guid().nullable(), nameHolds: line(200) }),
]);

/** What a requirement may be, as the page and the API check it. */
export const requirementFacts = z.strictObject({
  name: line(200).refine((text) => text !== '', 'is empty.'),
  dimension: z.enum(DIMENSIONS),
  level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  minimum: z.int().min(1).max(9999),
  reason: line(1000, true),
  groups,
});

interface Team {
  readonly teamId: string;
  readonly parentId: string | null;
  readonly name: string;
}

/** The teams of a day's tree on which a requirement is set, in the order of the tree; teams that are gone are left out. */
export function teamsOfRequirement<T extends Team>(set: RequirementGroups, tree: readonly T[]): T[] {
  if (set.kind === 'teams') {
    const named = new Set(set.teamIds);
    return tree.filter(({ teamId }) => named.has(teamId));
  }
  const below = set.teamId === null ? null : subtreeOf(tree, [set.teamId]);
  const wanted = set.nameHolds.toLowerCase();
  return tree.filter(
    ({ teamId, name }) =>
      (below === null || (below.has(teamId) && teamId !== set.teamId)) && name.toLowerCase().includes(wanted),
  );
}

/** Which fields differ between two states of a requirement. */
export function requirementDifference(a: RequirementFacts, b: RequirementFacts): (keyof RequirementFacts)[] {
  const fields = ['name', 'dimension', 'level', 'minimum', 'reason', 'groups'] as const;
  return fields.filter((field) => JSON.stringify(normal(a)[field]) !== JSON.stringify(normal(b)[field]));
}

/** Whether both ask the same. */
export function sameRequirement(a: RequirementFacts, b: RequirementFacts): boolean {
  return requirementDifference(a, b).length === 0;
}

/** Teams in one order, keys in one order. */
function normal(facts: RequirementFacts): RequirementFacts {
  const { groups: set } = facts;
  if (set.kind === 'teams') {
    return { ...facts, groups: { kind: 'teams', teamIds: [...new Set(set.teamIds)].sort() } };
  }
  return { ...facts, groups: { kind: 'below', teamId: set.teamId, nameHolds: set.nameHolds } };
}
