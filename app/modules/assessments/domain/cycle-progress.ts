import type { TeamNode } from '~/modules/people/domain/team-tree';
import { ASKED_KINDS, type AskedKind } from './cycle';

/** How many of those who are asked have rated. */
export interface KindProgress {
  readonly asked: number;
  /** Submitted. */
  readonly rated: number;
  /** Begun, and not submitted. */
  readonly begun: number;
}

/** Of people directly in one team. */
export interface TeamCount extends KindProgress {
  readonly teamId: string;
  readonly raterKind: AskedKind;
}

export interface ProgressRow {
  /** null: the sum. */
  readonly teamId: string | null;
  readonly name: string;
  /** Whether it stands for people directly in the team that is looked at. */
  readonly direct: boolean;
  readonly hasTeams: boolean;
  readonly kinds: Readonly<Record<AskedKind, KindProgress>>;
}

const NONE: KindProgress = { asked: 0, rated: 0, begun: 0 };

/**
 * The sum of these teams, and a row for each team beneath the one that is looked at (null: each team that has none
 * above it among these) with all of its own beneath, and one for those directly in it; rows without anybody are left out.
 */
export function cycleProgress(
  teams: readonly TeamNode[],
  counts: readonly TeamCount[],
  at: string | null,
): { readonly sum: ProgressRow; readonly rows: readonly ProgressRow[] } {
  const known = new Set(teams.map(({ teamId }) => teamId));
  const above = (node: TeamNode) =>
    node.parentId !== null && known.has(node.parentId) ? node.parentId : null;
  const rowOf = new Map<string, string>();
  for (const node of teams) {
    if (node.teamId === at) rowOf.set(node.teamId, node.teamId);
    else if (above(node) === at) rowOf.set(node.teamId, node.teamId);
    else {
      const inherited = rowOf.get(node.parentId ?? '');
      if (inherited !== undefined) rowOf.set(node.teamId, inherited);
    }
  }
  const shown = counts.filter(({ teamId }) => rowOf.has(teamId));
  const rows = teams
    .filter(({ teamId }) => rowOf.get(teamId) === teamId)
    .map((node) => ({
      teamId: node.teamId,
      name: node.name,
      direct: node.teamId === at,
      hasTeams: node.teamId !== at && teams.some(({ parentId }) => parentId === node.teamId),
      kinds: summed(shown.filter(({ teamId }) => rowOf.get(teamId) === node.teamId)),
    }))
    .filter(({ kinds }) => ASKED_KINDS.some((kind) => kinds[kind].asked > 0));
  return { sum: { teamId: null, name: 'All', direct: false, hasTeams: false, kinds: summed(shown) }, rows };
}

function summed(counts: readonly TeamCount[]): Record<AskedKind, KindProgress> {
  const kinds = { self: NONE, manager: NONE, peer: NONE };
  for (const { raterKind, asked, rated, begun } of counts) {
    const before = kinds[raterKind];
    kinds[raterKind] = {
      asked: before.asked + asked,
      rated: before.rated + rated,
      begun: before.begun + begun,
    };
  }
  return kinds;
}

/** All kinds together. */
export function allKinds(kinds: Readonly<Record<AskedKind, KindProgress>>): KindProgress {
  return ASKED_KINDS.map((kind) => kinds[kind]).reduce((sum, one) => ({
    asked: sum.asked + one.asked,
    rated: sum.rated + one.rated,
    begun: sum.begun + one.begun,
  }));
}
