/**
 * Blocks with the levels of those whom the viewer does not know, where some are known: what decides whether the block is
 * large enough when k is raised, which happens when a cut is read. Stated anew in every cut, for figures of before too.
 * Missing: nobody of the block is known. Source: method.md 9 ("raising it applies at once to everything released").
 */
import { sumPeople } from './block-sums';
import type { Known } from './head-count';
import { findPastMembers, type Past } from './past-members';
import type { CutBlock } from './release-cut';

interface Stating {
  readonly dimension: number;
  readonly release: string;
  /** People and who was left out of every release that the blocks are of, this one too. */
  readonly past: Past;
  readonly individualAccess: ReadonlySet<string>;
  readonly known: Known;
}

/** The blocks, each with the unknown people by level where that is not everybody. */
export function stateUnknown(
  blocks: readonly CutBlock[],
  { dimension, release, past, individualAccess, known }: Stating,
): readonly CutBlock[] {
  const members = findPastMembers(blocks, past, { dimension, leftOutNow: individualAccess });
  return blocks.map((stated) => {
    const { unknown: _, ...block } = stated;
    const isNew = block.parts.every((part) => part.release === release);
    const told = isNew ? known.after : new Set([...known.before, ...known.after]);
    const people = [...members.membersOf(stated)];
    const others = people.filter(([id]) => !told.has(id)).map(([, person]) => person);
    const { levels } = sumPeople(others);
    const isAll = levels.every((n, level) => n === block.sums.levels[level]);
    return isAll ? block : { ...block, unknown: levels };
  });
}
