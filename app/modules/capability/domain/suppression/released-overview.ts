/**
 * Released figures of the overview: critical coverage, data trust and development velocity for suppressed viewers, from
 * the blocks of a cut and nothing else.
 * Coverage: share, in thirds, of the requirements that at least two people meet ("held", method.md 9.6), over those set
 * on a team whose row is shown in the dimension with at least 2k people. Of teams within each other the smaller one
 * counts, so that no two answers are of overlapping people. Trust: strength of evidence / pairs with a target over the
 * blocks of every dimension that hold k people with a target or more, each part as of its own day, in thirds, or to 10 points
 * from 4k people. Velocity: mean net change, to one decimal of a level, as levels a hundred people.
 * Missing: null where too little may be told; single points are not released at all. Source: method.md 9.5, 9.6, 12.
 */
import type { Level } from '~/modules/frameworks/domain/level';
import type { DayText } from '~/shared/calendar-day';
import type { MethodConstants } from '../constants';
import { roundHalf } from '../round-shown';
import { strengthFromUnits } from '../strength-units';
import type { CutBlock, ReleaseCut } from './release-cut';
import { type CoarseShare, coarseRatio, releasedCover } from './released-figures';

/** A requirement on a team as a release froze it. */
export interface FrozenRequirement {
  readonly groupId: string;
  /** Index in DIMENSIONS. */
  readonly dimension: number;
  readonly level: Level;
}

export interface ReleasedCoverage {
  readonly share: CoarseShare;
  /** Requirements that could be told of, and all that were asked. */
  readonly told: number;
  readonly asked: number;
  readonly oldestOn: DayText;
}

export interface ReleasedTrust {
  readonly share: CoarseShare;
  readonly oldestOn: DayText;
}

export interface ReleasedVelocity {
  /** Levels a hundred people, in steps of 10. */
  readonly value: number;
  readonly people: number;
  readonly day: DayText;
}

interface Scope {
  readonly cut: ReleaseCut;
  readonly requirements: readonly FrozenRequirement[];
}

interface Told {
  readonly requirement: FrozenRequirement;
  readonly blocks: readonly CutBlock[];
  readonly people: number;
}

/** Critical coverage; null where no requirement may be told of. */
export function releasedCoverage({ cut, requirements }: Scope): ReleasedCoverage | null {
  const told = withoutOverlaps(
    requirements.flatMap((one) => readRequirement(cut, one)),
    cut.k,
  );
  const covers = told.map(({ requirement, blocks, people }) =>
    releasedCover(holdersAt(blocks, requirement.level), people, cut.k),
  );
  if (covers.length === 0) return null;
  const held = covers.filter((cover) => cover === 'held').length;
  const share = coarseRatio({ part: held, whole: covers.length }, cut.k, cut.k);
  if (share === null) return null;
  const oldestOn = oldestOf(told.flatMap(({ blocks }) => blocks));
  return { share, told: covers.length, asked: requirements.length, oldestOn };
}

/** Where the requirement's team has a shown row of teams in its dimension, with all that cover asks. */
function readRequirement(cut: ReleaseCut, requirement: FrozenRequirement): Told[] {
  const dimension = cut.dimensions.find(
    (one) => one.dimension === requirement.dimension && one.tree === undefined,
  );
  const row = dimension?.families
    .flatMap(({ rows }) => rows)
    .find(({ kind, id, shown }) => shown && kind === 'group' && id === requirement.groupId);
  const blocks = row?.blocks.flatMap((index) => dimension?.blocks[index] ?? []) ?? [];
  if (blocks.length === 0 || blocks.some(({ sums }) => sums.overview === undefined)) return [];
  return [{ requirement, blocks, people: blocks.reduce((sum, { sums }) => sum + sums.people, 0) }];
}

/** The smaller teams first; a team that shares people with one that counts in the dimension, without being it, is left out. */
function withoutOverlaps(all: readonly Told[], k: number): readonly Told[] {
  const counted: Told[] = [];
  const large = all.filter(({ people }) => people >= 2 * k);
  for (const one of large.sort((a, b) => a.people - b.people || compare(a, b))) {
    const overlaps = counted.some(
      (other) =>
        other.requirement.dimension === one.requirement.dimension &&
        other.requirement.groupId !== one.requirement.groupId &&
        other.blocks.some((block) => one.blocks.includes(block)),
    );
    if (!overlaps) counted.push(one);
  }
  return counted;
}

function compare(a: Told, b: Told): number {
  return a.requirement.groupId < b.requirement.groupId ? -1 : 1;
}

function holdersAt(blocks: readonly CutBlock[], level: Level): number {
  return blocks
    .flatMap(({ sums }) => sums.overview?.holders.slice(level) ?? [])
    .reduce((sum, holders) => sum + holders, 0);
}

/** Data trust over all dimensions; null where no block holds enough people with a target. */
export function releasedTrust(cut: ReleaseCut, constants: MethodConstants): ReleasedTrust | null {
  const { k } = cut;
  let [part, whole, people] = [0, 0, 0];
  const used: CutBlock[] = [];
  for (const { blocks } of cut.dimensions) {
    const own = blocks.filter(({ sums }) => (sums.overview?.withTarget ?? 0) >= k);
    const targets = own.reduce((sum, { sums }) => sum + (sums.overview?.withTarget ?? 0), 0);
    for (const block of own)
      for (const { units, day } of unitsByDay(block)) part += strengthFromUnits(units, day, constants);
    whole += targets;
    people = Math.max(people, targets);
    used.push(...own);
  }
  const share = whole === 0 ? null : coarseRatio({ part: Math.min(part, whole), whole }, people, k);
  return share && { share, oldestOn: oldestOf(used) };
}

/** Strength units by the day that they are of; of a joined block that does not say, all of its newest day. */
function unitsByDay({ sums, parts }: CutBlock): readonly { units: number; day: DayText }[] {
  const { units = 0, unitsOf } = sums.overview ?? {};
  if (unitsOf) return Object.entries(unitsOf).map(([day, some]) => ({ day, units: some }));
  const day = parts
    .map((part) => part.day)
    .sort()
    .at(-1);
  return day === undefined ? [] : [{ units, day }];
}

/** Development velocity; null where too few people moved, or it is not shown to this viewer. */
export function releasedVelocity({ moves, k }: ReleaseCut): ReleasedVelocity | null {
  if (!moves?.shown || moves.unknown < k) return null;
  const { net, people } = moves.sums;
  return { value: 10 * roundHalf((10 * net) / people, 1), people, day: moves.day };
}

function oldestOf(blocks: readonly CutBlock[]): DayText {
  return blocks.flatMap(({ parts }) => parts.map(({ day }) => day)).sort()[0] ?? '';
}
