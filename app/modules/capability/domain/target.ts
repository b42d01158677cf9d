/**
 * Target: the level that a person's occupation and role band ask for in a dimension.
 * Formula: the written target profile of (occupation, band); where none is written, level = band ordinal, weight 1,
 * in the instruments that the organization assesses ("default target"). Several occupations: shares under 20 % set
 * none; per durable dimension the highest level, the highest weight, critical if any is; mastery and AI use per
 * occupation against its own target. A position's own profile replaces it all.
 * Unit: level 0 to 4, weight 1 to 3; weight 0 and dimensions not stated do not count.
 * Missing: null (no target): no confirmed occupation, or nothing asked. Source: method.md 2.
 */
import {
  DIMENSIONS,
  type Dimension,
  type Instrument,
  instrumentOf,
} from '~/modules/frameworks/domain/dimension';
import type { Level } from '~/modules/frameworks/domain/level';
import type { RoleBand } from '~/modules/people/domain/role-band';
import type { MethodConstants } from './constants';

export interface WrittenTarget {
  readonly level: Level;
  /** 0 = does not count. */
  readonly weight: 0 | 1 | 2 | 3;
  readonly critical: boolean;
}

/** A written target profile: the dimensions it requires. */
export type WrittenProfile = Readonly<Partial<Record<Dimension, WrittenTarget>>>;

export interface PersonOccupation {
  readonly soc: string;
  /** Null: none is known, and the occupation sets no target. */
  readonly roleBand: RoleBand | null;
  /** Per cent of the person's work, 0 to 100. */
  readonly share: number;
}

export interface Target {
  readonly level: Level;
  readonly weight: 1 | 2 | 3;
  /** A written profile calls it critical. */
  readonly critical: boolean;
  /** The highest written critical level above 0, else null: what implicit requirements are made of. */
  readonly criticalLevel: Level | null;
  /** No written target asks for this level: it is the band's. Never yields cover, single points or bands. */
  readonly isDefault: boolean;
}

export interface TargetRules {
  /** The written profile of an occupation and band, undefined when none is written. */
  readonly written: (soc: string, roleBand: RoleBand) => WrittenProfile | undefined;
  /** The instruments that the organization assesses: where defaults apply. */
  readonly assessed: readonly Instrument[];
  /** The own profile of the position held or aimed at, instead of everything else. */
  readonly position?: WrittenProfile;
  readonly constants: MethodConstants;
}

/** The occupation a person counts under: largest share, ties the lower code; undefined when none is confirmed. */
export function mainOccupation(occupations: readonly PersonOccupation[]): PersonOccupation | undefined {
  return [...occupations].sort((a, b) => b.share - a.share || (a.soc < b.soc ? -1 : 1))[0];
}

/** The target of one dimension; soc is the occupation that mastery and AI use are asked under. */
export function targetOf(
  dimension: Dimension,
  person: { readonly occupations: readonly PersonOccupation[]; readonly soc: string | null },
  rules: TargetRules,
): Target | null {
  if (rules.position !== undefined) return mergeTargets([fromWritten(rules.position[dimension])]);
  const durable = instrumentOf(dimension) === 'durable';
  const setting = person.occupations.filter(
    (occupation) =>
      occupation.share >= rules.constants.minimumShare && (durable || occupation.soc === person.soc),
  );
  return mergeTargets(setting.map((occupation) => occupationTarget(dimension, occupation, rules)));
}

/** The targets of all dimensions, mastery and AI use under the main occupation. */
export function personTargets(
  occupations: readonly PersonOccupation[],
  rules: TargetRules,
): Readonly<Record<Dimension, Target | null>> {
  const soc = mainOccupation(occupations)?.soc ?? null;
  const entries = DIMENSIONS.map((dimension) => [
    dimension,
    targetOf(dimension, { occupations, soc }, rules),
  ]);
  return Object.fromEntries(entries) as Record<Dimension, Target | null>;
}

function occupationTarget(
  dimension: Dimension,
  occupation: PersonOccupation,
  rules: TargetRules,
): Target | null {
  if (occupation.roleBand === null) return null;
  const profile = rules.written(occupation.soc, occupation.roleBand);
  if (profile !== undefined) return fromWritten(profile[dimension]);
  if (!rules.assessed.includes(instrumentOf(dimension))) return null;
  return { level: occupation.roleBand, weight: 1, critical: false, criticalLevel: null, isDefault: true };
}

function fromWritten(written: WrittenTarget | undefined): Target | null {
  if (written === undefined || written.weight === 0) return null;
  const { level, weight, critical } = written;
  return { level, weight, critical, criticalLevel: critical && level > 0 ? level : null, isDefault: false };
}

function mergeTargets(targets: readonly (Target | null)[]): Target | null {
  return targets.reduce((merged, target) => {
    if (merged === null || target === null) return merged ?? target;
    const level = higher(merged.level, target.level);
    return {
      level,
      weight: higher(merged.weight, target.weight),
      critical: merged.critical || target.critical,
      criticalLevel: higherKnown(merged.criticalLevel, target.criticalLevel),
      isDefault: ![merged, target].some((part) => !part.isDefault && part.level === level),
    };
  }, null);
}

function higherKnown(a: Level | null, b: Level | null): Level | null {
  return a === null || b === null ? (a ?? b) : higher(a, b);
}

function higher<T extends number>(a: T, b: T): T {
  if (a >= b) return a;
  return b;
}
