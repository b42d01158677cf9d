/**
 * A stored cell of a team: the sums of cell.ts and what cover needs.
 * hN = holders at exactly level N (holders.ts); criticalPeople = people with a written critical target, criticalMin =
 * the lowest of those targets. Sums of teams without common people add up; singlePoint is then decided anew.
 * Source: method.md 4 and 5.
 */
import type { Level } from '~/modules/frameworks/domain/level';
import { addCells, type CellSums, emptyCell } from './cell';
import type { MethodConstants } from './constants';

export interface CoverSums {
  readonly h1: number;
  readonly h2: number;
  readonly h3: number;
  readonly h4: number;
  readonly criticalPeople: number;
  readonly criticalMin: number | null;
}

export interface CountedUnder {
  /** Framework versions of the ratings counted, each once, in order. */
  readonly frameworkVersions: readonly string[];
}

export type TeamCell = CellSums & CoverSums & CountedUnder;

const NO_COVER: CoverSums = { h1: 0, h2: 0, h3: 0, h4: 0, criticalPeople: 0, criticalMin: null };

/** The cell of a team without people. */
export function emptyTeamCell(): TeamCell {
  return { ...emptyCell(), ...NO_COVER, frameworkVersions: [] };
}

const KEYS = Object.keys(emptyTeamCell()) as readonly (keyof TeamCell)[];

/** The cell within a wider record, such as a row of the database. */
export function teamCellOf(row: TeamCell): TeamCell {
  return Object.fromEntries(KEYS.map((key) => [key, row[key]])) as unknown as TeamCell;
}

/** The cell of two teams without common people. */
export function addTeamCells(a: TeamCell, b: TeamCell): TeamCell {
  const minima = [a.criticalMin, b.criticalMin].filter((level) => level !== null);
  return {
    ...addCells(a, b),
    h1: a.h1 + b.h1,
    h2: a.h2 + b.h2,
    h3: a.h3 + b.h3,
    h4: a.h4 + b.h4,
    criticalPeople: a.criticalPeople + b.criticalPeople,
    criticalMin: minima.length > 0 ? Math.min(...minima) : null,
    frameworkVersions: union(a.frameworkVersions, b.frameworkVersions),
  };
}

function union(a: readonly string[], b: readonly string[]): readonly string[] {
  if (b.length === 0) return a;
  if (a.length === 0) return b;
  return [...new Set([...a, ...b])].sort();
}

/** Holders of at least the level; level 0 asks nothing of anybody and has no holders to lose. */
export function holdersOf(cell: CoverSums, level: Level): number {
  const from: readonly number[] = [0, cell.h1, cell.h2, cell.h3, cell.h4];
  return from.slice(Math.max(level, 1)).reduce((sum, n) => sum + n, 0);
}

/**
 * Whether the group's implicit requirement is held by exactly one person. The requirement stands on the lowest group
 * that has it: not here when a child has it.
 */
export function singlePointOf(
  cell: TeamCell,
  childHasRequirement: boolean,
  constants: MethodConstants,
): boolean {
  if (childHasRequirement || !hasRequirement(cell, constants) || cell.criticalMin === null) return false;
  return holdersOf(cell, cell.criticalMin as Level) === 1;
}

/** Whether the group's own critical targets make a requirement (at least 3 people share one). */
export function hasRequirement(cell: CoverSums, constants: MethodConstants): boolean {
  return cell.criticalPeople >= constants.implicitPeople && (cell.criticalMin ?? 0) > 0;
}
