/**
 * Whether mean and at-target share of a block would together tell the levels of fewer than k people.
 * The sum of levels is taken as known exactly, the number at target as far as the share is told. Whom nothing tells apart
 * but the target are one class. A set of classes of fewer than k people, or at one level, is open when another world has
 * the same sum, a number at target that is told alike, and another sum of the set: somebody in it a level higher and
 * somebody outside a level lower, or the other way round. Where no such pair is found the answer is that the share
 * tells: it may do so for a block in which a longer chain would be another world.
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

interface Told {
  readonly k: number;
  /** Whether one more, or one fewer, at target would be told as the same share. */
  readonly canGain: boolean;
  readonly canLose: boolean;
}

/** Whether levels follow from mean and share; people: those whom the viewer does not know. */
export function tellsLevels(people: Iterable<Rated>, told: Told): boolean {
  const classes = [...classesOf(people).values()];
  return setsOf(classes.length).some((inside) => {
    const [within, outside] = [true, false].map((is) => classes.filter((_, at) => inside.has(at) === is));
    return isGuarded(within ?? [], told.k) && !isOpen(within ?? [], outside ?? [], told);
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

function isOpen(
  within: readonly TargetClass[],
  outside: readonly TargetClass[],
  { canGain, canLose }: Told,
): boolean {
  const canSwap = (higher: readonly TargetClass[], lower: readonly TargetClass[]): boolean => {
    const [up, reach] = [higher.some((one) => one.up), higher.some((one) => one.reach)];
    const [down, lose] = [lower.some((one) => one.down), lower.some((one) => one.lose)];
    return (up && down) || (reach && lose) || (canLose && up && lose) || (canGain && reach && down);
  };
  return canSwap(within, outside) || canSwap(outside, within);
}
