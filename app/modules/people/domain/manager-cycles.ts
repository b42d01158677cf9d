/**
 * Every cycle of a relation in which each key has at most one successor (person -> manager), as keys in order,
 * each cycle once, starting with its least key. Linear time.
 */
export function managerCycles(managerOf: ReadonlyMap<string, string>): string[][] {
  return cyclesAmong(managerOf.keys(), (person) => managerOf.get(person));
}

/** As managerCycles, of these keys and where they lead. */
export function cyclesAmong(
  keys: Iterable<string>,
  managerOf: (person: string) => string | undefined,
): string[][] {
  /** The number of the walk that came by first. */
  const walkOf = new Map<string, number>();
  const cycles: string[][] = [];
  let walk = 0;
  for (const start of keys) {
    walk += 1;
    let person: string | undefined = start;
    while (person !== undefined && !walkOf.has(person)) {
      walkOf.set(person, walk);
      person = managerOf(person);
    }
    if (person !== undefined && walkOf.get(person) === walk)
      cycles.push(fromLeast(around(person, managerOf)));
  }
  return cycles;
}

function around(first: string, managerOf: (person: string) => string | undefined): string[] {
  const cycle = [first];
  for (let person = managerOf(first); person !== undefined && person !== first; person = managerOf(person))
    cycle.push(person);
  return cycle;
}

function fromLeast(cycle: readonly string[]): string[] {
  const least = cycle.reduce((best, key, index) => (key < (cycle[best] ?? '') ? index : best), 0);
  return [...cycle.slice(least), ...cycle.slice(0, least)];
}
