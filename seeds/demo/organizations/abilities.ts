import type { Dimension } from '~/modules/frameworks/domain/dimension';
import type { Level } from '~/modules/frameworks/domain/level';
import { dayNumber } from '~/shared/calendar-day';
import { createRandom, type Random } from '../random';
import type { AbilityPattern, OrganizationSpec } from './organization-spec';
import type { Person } from './people';
import { isWithin } from './team-tree';

/** How far a dimension lies above or below the others, in levels. */
const DIMENSION_SHIFT: Readonly<Record<Dimension, number>> = {
  communication: 0.15,
  leadership: -0.15,
  metacognition: -0.2,
  critical_thinking: 0,
  collaboration: 0.15,
  character: 0.25,
  creativity: -0.25,
  growth_mindset: 0,
  mindfulness: -0.05,
  fortitude: 0.15,
  ai_use: -0.8,
  mastery: 0.1,
};
const POCKET_SHIFT = 1.5;
const PERSON_DEVIATION = 0.4;
const DIMENSION_DEVIATION = 0.35;

/** What a person can do in one dimension, on the scale of levels, in the first and in the second cycle. */
interface Ability {
  readonly first: number;
  readonly second: number;
}

function tenureShift(person: Person, today: string): number {
  return dayNumber(today) - dayNumber(person.startedOn) < 400 ? -0.25 : 0;
}

/** Band, site, team, person and dimension added up: mean 0.2 + 0.92 x band, before a pattern bounds the levels. */
export function abilityOf(
  person: Person,
  dimension: Dimension,
  { spec, today }: { spec: OrganizationSpec; today: string },
): Ability {
  const own = createRandom(`${spec.slug}:${person.id}:ability`).normal(0, PERSON_DEVIATION);
  const team = createRandom(`${spec.slug}:${person.seat.teamPath}:ability`).normal(0, 0.12);
  const random = createRandom(`${spec.slug}:${person.id}:${dimension}`);
  const site = spec.sites.find((one) => one.name === person.seat.site)?.shift ?? 0;
  const inPocket = spec.aiPockets.some((path) => isWithin(person.seat.teamPath, path));
  const second =
    0.2 +
    0.92 * (person.band ?? 1) +
    own +
    team +
    site +
    tenureShift(person, today) +
    DIMENSION_SHIFT[dimension] +
    (dimension === 'ai_use' && inPocket ? POCKET_SHIFT : 0) +
    random.normal(0, DIMENSION_DEVIATION);
  return { first: second - random.normal(0.18, 0.3), second };
}

/** The pattern that bounds a person's level in a dimension, or null. */
export function patternFor(
  person: Person,
  dimension: Dimension,
  patterns: readonly AbilityPattern[],
): AbilityPattern | null {
  const fits = (pattern: AbilityPattern): boolean =>
    isWithin(person.seat.teamPath, pattern.team) &&
    (pattern.roles?.includes(person.seat.role) ?? true) &&
    (pattern.dimensions?.includes(dimension) ?? true);
  return patterns.find(fits) ?? null;
}

function toLevel(value: number): Level {
  return Math.min(4, Math.max(0, Math.round(value))) as Level;
}

/** The level that a rater sees: the ability with the rater's own error, within the bounds of a pattern. */
export function seenLevel(
  ability: number,
  rater: { readonly random: Random; readonly lean: number; readonly deviation: number },
  bounds: { readonly pattern: AbilityPattern | null; readonly index: number },
): Level {
  const { pattern, index } = bounds;
  const level = toLevel(ability + (pattern?.lift ?? 0) + rater.random.normal(rater.lean, rater.deviation));
  if (pattern === null) return level;
  if (pattern.exception?.index === index) return pattern.exception.level;
  return Math.min(pattern.cap ?? 4, Math.max(pattern.floor ?? 0, level)) as Level;
}
