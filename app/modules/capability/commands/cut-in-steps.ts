import { setImmediate } from 'node:timers/promises';
import { cutMoves } from '../domain/suppression/cut-moves';
import { type CutInput, cutRelease } from '../domain/suppression/cut-release';
import type { DimensionCut, ReleaseCut } from '../domain/suppression/release-cut';

/** A tree with the dimensions that are cut in it; its history holds the groups of the same tree. */
export type TreeToCut = Pick<CutInput, 'facts' | 'dimensions' | 'history' | 'tree'>;

export type StepsInput = Omit<CutInput, keyof TreeToCut> & { readonly trees: readonly TreeToCut[] };

/**
 * The same cut as cutRelease gives of each tree, with the moves of everybody (cutMoves), one dimension at a time: in between the process tells that it lives and
 * does other work. The largest step is a dimension, some 0.3 s of computing for 50,000 people.
 */
export async function cutInSteps({ trees, ...input }: StepsInput): Promise<ReleaseCut> {
  const { previous } = input;
  const dimensions: DimensionCut[] = [];
  const leftOut: Record<string, readonly string[]> = {};
  const steps = trees.flatMap((tree) => tree.dimensions.map((dimension) => ({ ...tree, dimension })));
  for (const { dimension, ...tree } of steps.sort((a, b) => a.dimension - b.dimension)) {
    const of = (cut: ReleaseCut) =>
      cut.dimensions.filter((one) => one.dimension === dimension && one.tree === tree.tree);
    const cut = cutRelease({
      ...input,
      ...tree,
      dimensions: [dimension],
      previous: previous === null ? null : { ...previous, dimensions: of(previous) },
    });
    dimensions.push(...cut.dimensions);
    Object.assign(leftOut, cut.leftOut);
    await setImmediate();
  }
  const { release, k } = input;
  const byTeam = trees.find(({ tree }) => tree === undefined);
  const moves = byTeam ? cutMoves({ ...input, people: byTeam.facts.people, history: byTeam.history }) : null;
  if (moves) leftOut[moves.release] ??= leftOutAt(moves.release, input);
  return { release: release.id, day: release.day, k, leftOut, dimensions, ...(moves ? { moves } : {}) };
}

/** Whom the viewer could read at a release that a figure is of: now, or as an earlier cut remembers it. */
function leftOutAt(releaseId: string, { release, individualAccess, previous }: Omit<StepsInput, 'trees'>) {
  if (releaseId === release.id) return [...individualAccess].sort();
  return previous?.leftOut[releaseId] ?? [];
}
