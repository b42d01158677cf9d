/**
 * The people of a release that a viewer's figures may count, in one dimension: everyone without those left out.
 */
import { DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import type { Level } from '~/modules/frameworks/domain/level';
import type { ReleasePerson } from './release-facts';

/** What one person adds to the figures of a dimension. */
export interface Contribution {
  readonly groupId: string | null;
  readonly level: Level | null;
  readonly target: Level | null;
  readonly rating: string | null;
  /** What weighs AI use, ten-thousandths (null: no data); not there in other dimensions. */
  readonly exposure?: number | null;
  /** The level that the person held; not there in releases from before. */
  readonly holds?: Level | null;
  /** Strength units of what has a target; null: no target. */
  readonly strength?: number | null;
}

/** By employee id. */
export type Contributions = ReadonlyMap<string, Contribution>;

export const NOBODY: Contributions = new Map();

/** Contributions of one dimension without the people left out. */
export function populationOf(
  people: readonly ReleasePerson[],
  dimension: number,
  leftOut: ReadonlySet<string>,
): Contributions {
  const all = new Map<string, Contribution>();
  const weighed = DIMENSIONS[dimension] === 'ai_use';
  for (const person of people) {
    if (leftOut.has(person.employeeId)) continue;
    all.set(person.employeeId, {
      groupId: person.groupId,
      level: person.levels[dimension] ?? null,
      target: person.targets[dimension] ?? null,
      rating: person.ratings?.[dimension] ?? null,
      ...(person.holds ? { holds: person.holds[dimension] ?? null } : {}),
      ...(person.strengths ? { strength: person.strengths[dimension] ?? null } : {}),
      ...(weighed && person.exposure !== undefined ? { exposure: person.exposure } : {}),
    });
  }
  return all;
}

/** People by the owner of the group that they sit directly in; people of unowned groups belong to none. */
export function groupByOwner<T>(
  population: Contributions,
  ownerOf: (groupId: string | null) => T | undefined,
): ReadonlyMap<T, Contributions> {
  const owners = new Map<string | null, T | undefined>();
  const result = new Map<T, Map<string, Contribution>>();
  for (const [employeeId, contribution] of population) {
    const { groupId } = contribution;
    if (!owners.has(groupId)) owners.set(groupId, ownerOf(groupId));
    const owner = owners.get(groupId);
    if (owner === undefined) continue;
    const members = result.get(owner) ?? new Map<string, Contribution>();
    members.set(employeeId, contribution);
    result.set(owner, members);
  }
  return result;
}
