/**
 * Every cycle of a relation in which each key has at most one successor (person -> manager), as keys in order,
 * each cycle once, starting with its least key. Linear time.
 */
export function managerCycles(managerOf: ReadonlyMap<string, string>): string[][] {
  const done = new Set<string>();
  const cycles: string[][] = [];
  for (const start of managerOf.keys()) {
    const path: string[] = [];
    const places = new Map<string, number>();
    let person: string | undefined = start;
    while (person !== undefined && !done.has(person) && !places.has(person)) {
      places.set(person, path.length);
      path.push(person);
      person = managerOf.get(person);
    }
    const closes = person === undefined ? undefined : places.get(person);
    if (closes !== undefined) cycles.push(fromLeast(path.slice(closes)));
    for (const seen of path) done.add(seen);
  }
  return cycles;
}

function fromLeast(cycle: readonly string[]): string[] {
  const least = cycle.reduce((best, key, index) => (key < (cycle[best] ?? '') ? index : best), 0);
  return [...cycle.slice(least), ...cycle.slice(0, least)];
}
