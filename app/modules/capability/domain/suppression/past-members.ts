/** The people behind the figures that the blocks of an earlier cut show, found again in the releases they are of. */
import { InvalidInput } from '~/shared/errors';
import { isSameRating } from './block-events';
import { type Contribution, type Contributions, groupByOwner, NOBODY, populationOf } from './population';
import type { CutBlock } from './release-cut';
import type { ReleasePerson } from './release-facts';

export interface Past {
  /** Facts of every release in use (releasesInUse), by release id. */
  readonly history: ReadonlyMap<string, readonly ReleasePerson[]>;
  /** The people left out of each of those releases. */
  readonly leftOut: Readonly<Record<string, readonly string[]>>;
}

export interface PastMembers {
  /** Whom the block's figures count, without the people left out now. */
  membersOf(block: CutBlock): Contributions;
  /** What the person added to each block that counts them; more than one after moves between releases. */
  entriesOf(employeeId: string): readonly PastEntry[];
  /** Whether a release in use already held this rating of the person, shown or not. */
  wasRated(employeeId: string, contribution: Contribution): boolean;
  /** The blocks that counted the people directly in the group. */
  blocksOf(groupId: string | null): readonly CutBlock[];
}

export interface PastEntry {
  readonly block: CutBlock;
  readonly contribution: Contribution;
}

/** Throws InvalidInput when the facts of a release in use are missing. */
export function findPastMembers(
  blocks: readonly CutBlock[],
  past: Past,
  scope: { readonly dimension: number; readonly leftOutNow: ReadonlySet<string> },
): PastMembers {
  const members = new Map<CutBlock, Map<string, Contribution>>();
  const byGroup = new Map<string, CutBlock[]>();
  const populations: Contributions[] = [];
  for (const [release, owners] of ownersByRelease(blocks)) {
    const people = past.history.get(release);
    if (people === undefined) throw new InvalidInput(`The facts of release ${release} are missing.`);
    const leftOut = new Set([...scope.leftOutNow, ...(past.leftOut[release] ?? [])]);
    const population = populationOf(people, scope.dimension, leftOut);
    populations.push(population);
    const found = groupByOwner(population, (id) => owners.get(id ?? ''));
    for (const [block, some] of found) members.set(block, new Map([...(members.get(block) ?? []), ...some]));
    for (const [group, block] of owners) byGroup.set(group, [...(byGroup.get(group) ?? []), block]);
  }
  const byPerson = new Map<string, PastEntry[]>();
  for (const [block, people] of members) {
    for (const [id, contribution] of people) {
      byPerson.set(id, [...(byPerson.get(id) ?? []), { block, contribution }]);
    }
  }
  return {
    membersOf: (block) => members.get(block) ?? NOBODY,
    entriesOf: (employeeId) => byPerson.get(employeeId) ?? [],
    wasRated: (employeeId, contribution) =>
      populations.some((population) => {
        const before = population.get(employeeId);
        return before !== undefined && isSameRating(before, contribution);
      }),
    blocksOf: (groupId) => byGroup.get(groupId ?? '') ?? [],
  };
}

function ownersByRelease(blocks: readonly CutBlock[]): ReadonlyMap<string, ReadonlyMap<string, CutBlock>> {
  const releases = new Map<string, Map<string, CutBlock>>();
  for (const block of blocks) {
    for (const part of block.parts) {
      const owners = releases.get(part.release) ?? new Map<string, CutBlock>();
      for (const group of part.groups) owners.set(group, block);
      releases.set(part.release, owners);
    }
  }
  return releases;
}
