import { randomUUID } from 'node:crypto';
import type { MemberKey } from '#test/factories/canary-organization';
import type { TestWeb } from '#test/setup/web';
import type { Make, Status, Subject } from './matrix-subjects';

/** North is the director's and the team of the employee and the lead; the executive's is the office. */
export function teamSubjects(make: Make, { a, b }: TestWeb): Subject[] {
  const reads: Readonly<Record<string, readonly MemberKey[]>> = {
    north: ['owner', 'admin', 'hr_partner', 'director', 'employee', 'lead'],
    south: ['owner', 'admin', 'hr_partner'],
  };
  const seen =
    (place: string): Status =>
    ({ key, isToken }) =>
      reads[place]?.includes(key) && !(isToken && (key === 'employee' || key === 'lead')) ? 200 : 404;
  return [
    make('own organization', a.teams.north, seen('north')),
    make('own organization', a.teams.south, seen('south')),
    make('other tenant', b.teams.north, 404),
    make('absent', randomUUID(), 404),
    ...['x', '%00', "'"].map((id) => make('malformed', id, 404)),
  ];
}

/** Whoever may move a team reads all of them. */
export function movableTeams(make: Make, { a, b }: TestWeb): Subject[] {
  return [
    make('own organization', a.teams.south, 200),
    make('other tenant', b.teams.north, 404),
    make('absent', randomUUID(), 404),
    ...['x', '%00', "'"].map((id) => make('malformed', id, 404)),
  ];
}

/** Whoever reads the directory reads its sites. */
export function siteSubjects(make: Make, { a, b }: TestWeb): Subject[] {
  return [
    make('own organization', a.siteId, 200),
    make('other tenant', b.siteId, 404),
    make('absent', randomUUID(), 404),
    ...['x', '%00', "'"].map((id) => make('malformed', id, 404)),
  ];
}
