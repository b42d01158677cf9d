import type { DirectoryRow } from '../data/employees';

const known = new WeakMap<readonly DirectoryRow[], ReadonlyMap<string, string>>();

/** External ids of everybody in a directory, by id; looked through once for each directory. */
export function externalIdsOf(directory: readonly DirectoryRow[]): ReadonlyMap<string, string> {
  const found = known.get(directory) ?? new Map(directory.map((row) => [row.employeeId, row.externalId]));
  known.set(directory, found);
  return found;
}
