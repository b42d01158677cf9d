/**
 * The cut of a release for one viewer: plain data, stored as JSON and read by everything that a suppressed viewer
 * asks. Blocks are disjoint sets of people, each large enough; whatever is shown is a sum of whole blocks.
 * Source: method.md 9.3 to 9.5.
 */
import type { DayText } from '~/shared/calendar-day';
import type { MoveSums } from '../overview/development-velocity';
import type { BlockSums } from './block-sums';

export interface CutRow {
  /** groupKey or directKey of group-tree.ts. */
  readonly key: string;
  readonly kind: 'group' | 'direct';
  /** The group; for a direct row the group it sits in; null: the organization. */
  readonly id: string | null;
  readonly name: string;
}

/** Where and when the people behind a block's figures were: members are found again in that release's facts. */
export interface BlockPart {
  readonly release: string;
  readonly day: DayText;
  /** The groups whose direct people were counted, sorted; '' stands for the people in no group. */
  readonly groups: readonly string[];
}

export interface CutBlock {
  /** One row when shown; the hidden rows of one family together otherwise. */
  readonly rows: readonly CutRow[];
  readonly shown: boolean;
  /** Ids of the groups above, top first; the last is the family's parent. */
  readonly path: readonly string[];
  /** More than one only after k was raised. */
  readonly parts: readonly BlockPart[];
  readonly sums: BlockSums;
  /** Assessed people at the levels 0 to 4 whom the viewer does not know; not there: all of sums. */
  readonly unknown?: BlockSums['levels'];
}

export interface FamilyRow extends CutRow {
  readonly shown: boolean;
  /** People of it are left out (the viewer has individual access): shown as "the rest of <group>". */
  readonly restOf: boolean;
  /** People at the release without those left out; not for showing where the row is hidden. */
  readonly people: number;
  /** Indexes of the blocks that a shown row is the sum of; empty when hidden. */
  readonly blocks: readonly number[];
}

export interface CutFamily {
  /** null: the top groups. */
  readonly parent: string | null;
  readonly rows: readonly FamilyRow[];
}

export interface DimensionCut {
  /** Index in DIMENSIONS. */
  readonly dimension: number;
  /** The groups are those of occupations; not there: teams. */
  readonly tree?: 'occupation';
  readonly blocks: readonly CutBlock[];
  /** Families of which at least one row is shown; a group without one shows no children. */
  readonly families: readonly CutFamily[];
}

/** The moves of everybody counted, as one block: a person's moves are over all dimensions. */
export interface MovesBlock {
  /** The release whose facts it is of, and its day: the last one of the quarter that is counted. */
  readonly release: string;
  readonly day: DayText;
  /** false: remembered and not shown, too few of its people are unknown to the viewer. */
  readonly shown: boolean;
  readonly sums: MoveSums;
  /** People of it whom the viewer could not read one by one at the release. */
  readonly unknown: number;
}

export interface ReleaseCut {
  readonly release: string;
  readonly day: DayText;
  readonly k: number;
  /** Per release that a figure is of, and of this release: whom the viewer could read one by one, sorted; none counts. */
  readonly leftOut: Readonly<Record<string, readonly string[]>>;
  readonly dimensions: readonly DimensionCut[];
  /** Not there: no release had enough people with moves. */
  readonly moves?: MovesBlock;
}

/** The releases whose facts the next cut needs to compare with (cutRelease: history), sorted. */
export function releasesInUse(cut: ReleaseCut): readonly string[] {
  const parts = cut.dimensions.flatMap((dimension) => dimension.blocks.flatMap((block) => block.parts));
  const moves = cut.moves ? [cut.moves.release] : [];
  return [...new Set([...parts.map((part) => part.release), ...moves])].sort();
}
