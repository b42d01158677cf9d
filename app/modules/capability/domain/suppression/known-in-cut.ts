/**
 * Whose ratings of a dimension the viewer of a cut knows or may know, behind the figures of the last cut and at the
 * release: who was left out of it or of figures that still stand, and whose rating could be read since it was given. A
 * person rated again since is known in the old figures and not in the new ones.
 * Source: method.md 9.3 to 9.5.
 */
import type { Known } from './head-count';
import { findPastMembers } from './past-members';
import { populationOf } from './population';
import { type LastRead, listRead, NEVER_READ } from './read-ratings';
import type { DimensionCut, ReleaseCut } from './release-cut';
import type { ReleaseFacts, ReleasePerson } from './release-facts';

interface Cutting {
  readonly facts: ReleaseFacts;
  readonly tree?: 'occupation';
  readonly individualAccess: ReadonlySet<string>;
  readonly lastRead?: LastRead;
  /** The last cut, and the people of every release that it shows figures of. */
  readonly previous: ReleaseCut | null;
  readonly history: ReadonlyMap<string, readonly ReleasePerson[]>;
}

/** What is known in one dimension of a cut that is being made. */
export function knownIn(dimension: number, input: Cutting): Known {
  const { facts, individualAccess, previous, history, lastRead = NEVER_READ } = input;
  const leftOut = previous?.leftOut ?? {};
  const wasKnown = Object.values(leftOut).flat();
  if (lastRead.size === 0) {
    const all = new Set(wasKnown);
    return { before: all, after: all };
  }
  const blocks = previous?.dimensions.find((cut) => isCutOf(cut, dimension, input))?.blocks ?? [];
  const members = findPastMembers(blocks, { history, leftOut }, { dimension, leftOutNow: individualAccess });
  const then = blocks.flatMap((block) => listRead(members.membersOf(block), lastRead));
  const now = listRead(populationOf(facts.people, dimension, individualAccess), lastRead);
  return { before: new Set([...wasKnown, ...then]), after: new Set([...wasKnown, ...now]) };
}

/** Whether it is the cut of this dimension in the same tree. */
export function isCutOf(cut: DimensionCut, dimension: number, { tree }: Pick<Cutting, 'tree'>): boolean {
  return cut.dimension === dimension && cut.tree === tree;
}
