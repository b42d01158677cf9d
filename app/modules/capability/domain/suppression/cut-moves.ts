/**
 * The moves of a release for one viewer: one block of everybody who has a pair of ratings in the quarter, without those
 * whom the viewer may read one by one.
 * It is shown from k people whom the viewer does not know, not all of whom moved alike. It takes new figures only when at
 * least k of them add something that the figures before do not hold, or when nothing is new, k add nothing any more and
 * what stays is of nobody or of k: no difference of figures rests on fewer. Else it keeps the figures of before with
 * their day, hidden where so many have become known that fewer than k are left. Who could be read since a rating of the
 * quarter counts towards no k.
 * Unit: counts of moves. Missing: null before enough people have moves. Source: method.md 9.3 to 9.6, 12.
 */
import { addMoves, type MoveSums, NO_MOVES, quarterUpTo } from '../overview/development-velocity';
import { HeadCount, type Heads, isNoneOrLarge } from './head-count';
import { dayOf, hasRead, type LastRead, NEVER_READ } from './read-ratings';
import type { MovesBlock, ReleaseCut } from './release-cut';
import type { ReleaseMark, ReleasePerson } from './release-facts';

export interface MovesInput {
  readonly release: ReleaseMark;
  readonly people: readonly ReleasePerson[];
  readonly k: number;
  readonly individualAccess: ReadonlySet<string>;
  /** When the viewer could last read whoever could be read before; not given: nobody. */
  readonly lastRead?: LastRead;
  readonly previous: ReleaseCut | null;
  readonly history: ReadonlyMap<string, readonly ReleasePerson[]>;
}

type MovesOf = ReadonlyMap<string, MoveSums>;

/** The block of a release; the one before where it may not take new figures. */
export function cutMoves(input: MovesInput): MovesBlock | null {
  const { release, k, individualAccess, previous } = input;
  const leftOut = previous?.leftOut ?? {};
  const old = previous?.moves;
  const past = (old && input.history.get(old.release)) ?? [];
  const read = [
    ...readInQuarter(input.people, release.day, input.lastRead),
    ...(old ? readInQuarter(past, old.day, input.lastRead) : []),
  ];
  const known = new Set([...individualAccess, ...Object.values(leftOut).flat(), ...read]);
  const now = movesOf(input.people, individualAccess);
  const block: MovesBlock = {
    release: release.id,
    day: release.day,
    shown: true,
    sums: sumOf(now),
    unknown: unknownOf(now, known).length,
  };
  const isLarge = isLargeEnough(now, known, k);
  if (!old) return isLarge ? block : null;
  const then = movesOf(past, new Set(leftOut[old.release]));
  const quarters = [old.day, release.day].map((day) => quarterUpTo(day).from);
  const shift = countShift(then, now, { known, isSameQuarter: quarters[0] === quarters[1] });
  if (isLarge && mayTakeNew(shift, k)) return block;
  const isShown = old.shown && isLargeEnough(then, known, k);
  return { ...old, shown: isShown, unknown: unknownOf(then, known).length };
}

function movesOf(people: readonly ReleasePerson[], leftOut: ReadonlySet<string>): MovesOf {
  return new Map(
    people.flatMap(({ employeeId, moves }) =>
      moves && moves.pairs > 0 && !leftOut.has(employeeId) ? [[employeeId, moves] as const] : [],
    ),
  );
}

function sumOf(moves: MovesOf): MoveSums {
  return [...moves.values()].reduce(addMoves, NO_MOVES);
}

function isLargeEnough(moves: MovesOf, known: ReadonlySet<string>, k: number): boolean {
  const unknown = unknownOf(moves, known);
  return unknown.length >= k && new Set(unknown.map(({ net }) => net)).size > 1;
}

function unknownOf(moves: MovesOf, known: ReadonlySet<string>): MoveSums[] {
  return [...moves].filter(([id]) => !known.has(id)).map(([, sums]) => sums);
}

interface MovesShift {
  /** People whose moves the figures before do not hold, and those whose moves they hold alone. */
  readonly own: Heads;
  readonly lost: Heads;
  readonly kept: Heads;
}

interface ShiftScope {
  readonly known: ReadonlySet<string>;
  /** Moves of another quarter are other moves. */
  readonly isSameQuarter: boolean;
}

function countShift(then: MovesOf, now: MovesOf, { known, isSameQuarter }: ShiftScope): MovesShift {
  const same = (a: MoveSums | undefined, b: MoveSums | undefined): boolean =>
    isSameQuarter && a !== undefined && b !== undefined && markOf(a) === markOf(b);
  const [own, lost, kept] = [new HeadCount(), new HeadCount(), new HeadCount()];
  for (const id of new Set([...then.keys(), ...now.keys()])) {
    if (same(then.get(id), now.get(id))) kept.add(known.has(id));
    else {
      if (now.has(id)) own.add(known.has(id));
      if (then.has(id)) lost.add(known.has(id));
    }
  }
  return { own, kept, lost };
}

function markOf({ pairs, rises, falls, net }: MoveSums): string {
  return [pairs, rises, falls, net].join(' ');
}

function mayTakeNew({ own, lost, kept }: MovesShift, k: number): boolean {
  if (own.unknown >= k) return true;
  return own.all === 0 && lost.unknown >= k && isNoneOrLarge(kept, k);
}

/** Who has a rating in the quarter up to a day that the viewer may have read. */
function readInQuarter(
  people: readonly ReleasePerson[],
  day: string,
  lastRead: LastRead = NEVER_READ,
): string[] {
  if (lastRead.size === 0) return [];
  const { from } = quarterUpTo(day);
  const isRead = ({ employeeId, levels, ratings }: ReleasePerson): boolean =>
    levels.some((level, dimension) => {
      const rating = ratings?.[dimension] ?? null;
      return rating !== null && dayOf(rating) >= from && hasRead({ level, rating }, lastRead.get(employeeId));
    });
  return people.filter(isRead).map(({ employeeId }) => employeeId);
}
