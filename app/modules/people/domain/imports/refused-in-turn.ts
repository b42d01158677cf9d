import { cyclesAmong } from '../manager-cycles';

/** Rows by their numbers in the file, from 1, that are left once each was looked at by itself. */
export interface LinesLeftOver {
  /** Rows that were refused, of which others may be refused in turn. */
  readonly refused: Int32Array;
  /** Rows of people whose manager is new and has a row: its number and the manager's, one after the other. */
  readonly managers: Int32Array;
  /** Rows with an e-mail that belongs to somebody who has a row: its number and the owner's, one after the other. */
  readonly owners: Int32Array;
  /** Whoever may come into a circle of managers. */
  readonly people: readonly ManagedPerson[];
}

export interface ManagedPerson {
  readonly externalId: string;
  /** The person's row that states a manager, or none; 0: no row does that can be taken. */
  readonly number: number;
  /** The manager whom the row states, and who is the manager now; empty: nobody. */
  readonly stated: string;
  readonly known: string;
}

export interface RefusedInTurn {
  /** Rows whose manager's row, or whose e-mail's owner's row, is refused: its number and that one's, one after the other. */
  readonly byManager: readonly number[];
  readonly byOwner: readonly number[];
  /** Rows in a circle of managers, and the circle by external ids. */
  readonly circles: readonly { readonly numbers: readonly number[]; readonly circle: readonly string[] }[];
}

/**
 * Which rows cannot be taken because others are not, turn by turn: those whose new manager has no row any more, those with
 * the e-mail of somebody who keeps it, and those in a circle with managers who stay. Of a row the first turn counts, and
 * in one turn the first of the three. Linear in rows, but for circles: each turn walks up from whose manager it changes.
 */
export function refusedInTurn({ refused, managers, owners, people }: LinesLeftOver): RefusedInTurn {
  const rows = people.map(({ number }) => number);
  const size = Math.max(...[refused, managers, owners, rows].map(largest));
  /** The turn in which a row was refused, from 1; 0: it can be taken. */
  const turnOf = new Int32Array(size + 1);
  for (const number of refused) turnOf[number] = 1;
  const reports = byOther(managers, size);
  const takers = byOther(owners, size);
  const circlesOf = circleFinder(people, turnOf);
  const found = { byManager: [] as number[], byOwner: [] as number[], circles: [] as Circle[] };
  let last: Iterable<number> = refused;
  for (let turn = 2; ; turn += 1) {
    const next: number[] = [];
    const refuse = (number: number): boolean => {
      if (turnOf[number] !== 0) return false;
      turnOf[number] = turn;
      next.push(number);
      return true;
    };
    const refuseAll = (dependents: typeof reports, pairs: number[]) => {
      for (const other of last)
        for (const number of dependents(other)) if (refuse(number)) pairs.push(number, other);
    };
    refuseAll(reports, found.byManager);
    refuseAll(takers, found.byOwner);
    for (const { circle, numbers } of circlesOf(turn, last)) {
      const refusedNow = numbers.filter(refuse);
      if (refusedNow.length > 0) found.circles.push({ circle, numbers: refusedNow });
    }
    if (next.length === 0) return found;
    last = next;
  }
}

function largest(numbers: Iterable<number>): number {
  let most = 0;
  for (const number of numbers) most = Math.max(most, number);
  return most;
}

type Circle = RefusedInTurn['circles'][number];

/** The first numbers of pairs by their second one. */
function byOther(pairs: Int32Array, size: number): (other: number) => Iterable<number> {
  const firstOf = new Int32Array(size + 1).fill(-1);
  const nextOf = new Int32Array(pairs.length / 2);
  for (let pair = nextOf.length - 1; pair >= 0; pair -= 1) {
    const other = pairs[2 * pair + 1] ?? 0;
    nextOf[pair] = firstOf[other] ?? -1;
    firstOf[other] = pair;
  }
  return function* (other) {
    for (let pair = firstOf[other] ?? -1; pair >= 0; pair = nextOf[pair] ?? -1) yield pairs[2 * pair] ?? 0;
  };
}

/** Finds the circles that there are when rows of turns before are not taken, and their rows that could be taken then. */
function circleFinder(people: readonly ManagedPerson[], turnOf: Int32Array) {
  const personOf = new Map(people.map((person) => [person.externalId, person]));
  const idOf = new Map(
    people.flatMap(({ number, externalId }) => (number > 0 ? [[number, externalId]] : [])),
  );
  const isGood = (number: number, turn: number) => {
    const refusedIn = turnOf[number] ?? 0;
    return number > 0 && (refusedIn === 0 || refusedIn >= turn);
  };
  return (turn: number, last: Iterable<number>) => {
    const managerOf = (externalId: string): string | undefined => {
      const person = personOf.get(externalId);
      return (person && (isGood(person.number, turn) ? person.stated : person.known)) || undefined;
    };
    const starts = turn === 2 ? personOf.keys() : [...last].flatMap((number) => idOf.get(number) ?? []);
    return cyclesAmong(starts as Iterable<string>, managerOf).map((circle) => ({
      circle,
      numbers: circle.flatMap((externalId) => {
        const number = personOf.get(externalId)?.number ?? 0;
        return isGood(number, turn) ? [number] : [];
      }),
    }));
  };
}
