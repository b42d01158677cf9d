import { randomUUID } from 'node:crypto';
import type { TestWeb } from '#test/setup/web';
import type { Make, Status, Subject } from './matrix-subjects';

/** A token of a director reads North in the directory, an employee's nobody; the executive's does not come so far. */
export function directorySubjects(make: Make, { a, b }: TestWeb): Subject[] {
  const inNorth =
    (person: number): Status =>
    ({ reach }) =>
      reach === 'all' || (reach === 'subtree' && person < 13) ? 200 : 404;
  return [
    ...[3, 14].map((number) => make('own organization', a.person(number).employeeId, inNorth(number))),
    make('own organization', `externalId:${a.person(3).externalId}`, inNorth(3)),
    make('other tenant', b.person(3).employeeId, 404),
    make('other tenant', `externalId:${b.person(3).externalId}`, 404),
    make('absent', randomUUID(), 404),
    make('absent', 'externalId:nobody', 404),
    ...['x', '%00', "'"].map((id) => make('malformed', id, 404)),
  ];
}
