/**
 * Whether mean and at-target share of a block would together tell the levels of fewer than k people.
 * Sum of levels and number at target are taken as known exactly, which nobody is told: so nothing can be found by setting
 * the figures of several rows against each other either. Whom nothing tells apart but the target are one class. A set of
 * classes of fewer than k people, or at one level, is open when another world has the same sum and number at target and
 * another sum of the set: somebody in it a level higher and somebody outside a level lower, or the other way round, where
 * both stay at or below their targets, or one reaches it and the other no longer does. Where no such pair is found the
 * answer is that the share tells: it may do so for a block in which a longer chain would be another world.
 * Unit: people and levels. Missing: who has no level is in no figure; no target is a class of its own.
 * Source: method.md 9.3, 9.6; security.md proof 12.
 */
import type { Level } from '~/modules/frameworks/domain/level';

interface Rated {
  readonly level: Level | null;
  readonly target: Level | null;
}

/** Ways in which somebody of a class can be a level off: staying on the side of the target, or crossing it. */
interface TargetClass {
  people: number;
  sum: number;
  up: boolean;
  down: boolean;
  reach: boolean;
  lose: boolean;
}

const HIGHEST = 4;

/** Whether levels follow from mean and share; people: those whom the viewer does not know. */
export function tellsLevels(people: Iterable<Rated>, k: number): boolean {
  const classes = [...classesOf(people).values()];
  return setsOf(classes.length).some((inside) => {
    const [within, outside] = [true, false].map((is) => classes.filter((_, at) => inside.has(at) === is));
    return isGuarded(within ?? [], k) && !isOpen(within ?? [], outside ?? []);
  });
}

function classesOf(people: Iterable<Rated>): ReadonlyMap<Level | null, TargetClass> {
  const classes = new Map<Level | null, TargetClass>();
  for (const { level, target } of people) {
    if (level === null) continue;
    const own = classes.get(target) ?? NOBODY_IN();
    classes.set(target, own);
    own.people += 1;
    own.sum += level;
    const isBelow = target !== null && level === target - 1;
    if (isBelow) own.reach = true;
    else if (level < HIGHEST) own.up = true;
    if (level === 0) continue;
    if (level === target) own.lose = true;
    else own.down = true;
  }
  return classes;
}

const NOBODY_IN = (): TargetClass => ({
  ...{ people: 0, sum: 0, up: false, down: false, reach: false, lose: false },
});

/** Every set of classes but none and all, by index: at most six classes. */
function setsOf(count: number): readonly ReadonlySet<number>[] {
  const numbers = Array.from({ length: Math.max(0, 2 ** count - 2) }, (_, at) => at + 1);
  return numbers.map(
    (number) => new Set(Array.from({ length: count }, (_, at) => at).filter((at) => number & (1 << at))),
  );
}

/** Whether nothing may be told of the set: fewer than k people, or all at the lowest or the highest level. */
function isGuarded(within: readonly TargetClass[], k: number): boolean {
  const people = within.reduce((total, one) => total + one.people, 0);
  const sum = within.reduce((total, one) => total + one.sum, 0);
  return people < k || sum === 0 || sum === HIGHEST * people;
}

function isOpen(within: readonly TargetClass[], outside: readonly TargetClass[]): boolean {
  const has = (all: readonly TargetClass[], way: 'up' | 'down' | 'reach' | 'lose') =>
    all.some((one) => one[way]);
  return (
    (has(within, 'up') && has(outside, 'down')) ||
    (has(within, 'down') && has(outside, 'up')) ||
    (has(within, 'reach') && has(outside, 'lose')) ||
    (has(within, 'lose') && has(outside, 'reach'))
  );
}
