import { randomUUID } from 'node:crypto';
import type { MemberKey } from '#test/factories/canary-organization';
import type { TestWeb } from '#test/setup/web';
import type { Make, Status, Subject } from './matrix-subjects';

/** Whose sign-in belongs to a person. */
const PEOPLE: Readonly<Partial<Record<MemberKey, number>>> = { executive: 22, employee: 3, lead: 2 };

/** What everybody reads who may rate somebody. */
export function raterPages(_web: TestWeb): Subject[] {
  const status: Status = ({ key }) => (key in PEOPLE ? 200 : 404);
  const subject = { kind: 'own organization', params: {}, query: '', asked: '' } as const;
  return [{ ...subject, status: (viewer) => (typeof status === 'number' ? status : status(viewer)) }];
}

/** Of their own accord people rate themselves and whoever is below: person 2 leads person 3, person 1 all but one. */
export function ratedPeople(make: Make, { a, b }: TestWeb): Subject[] {
  const rates: Readonly<Partial<Record<MemberKey, readonly number[]>>> = {
    executive: [22],
    employee: [3],
    lead: [2, 3],
  };
  const of =
    (person: number): Status =>
    ({ key }) =>
      rates[key]?.includes(person) ? 200 : 404;
  return [
    ...[2, 3, 14, 22].map((number) => make('own organization', a.person(number).employeeId, of(number))),
    make('other tenant', b.person(3).employeeId, 404),
    make('absent', randomUUID(), 404),
    ...['x', '%00', "'"].map((id) => make('malformed', id, 404)),
  ];
}
