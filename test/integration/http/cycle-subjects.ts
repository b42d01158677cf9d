import { randomUUID } from 'node:crypto';
import type { TestWeb } from '#test/setup/web';
import type { Make, Subject } from './matrix-subjects';

const MALFORMED = ['x', "'", '%00'];

/** A draft of the HR partners: nobody else runs it, and a director sees it once it is open. */
export function cycleSubjects(make: Make, { a, b }: TestWeb): Subject[] {
  return [
    make('own organization', a.cycleId, ({ key }) => (key === 'hr_partner' ? 200 : 404)),
    ...peerSubjects(make, b.cycleId),
  ];
}

/** What leads to nobody: a record of the other organization, and none. */
export function peerSubjects(make: Make, other: string): Subject[] {
  return [
    make('other tenant', other, 404),
    make('absent', randomUUID(), 404),
    ...MALFORMED.map((id) => make('malformed', id, 404)),
  ];
}
