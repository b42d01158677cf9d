import { randomUUID } from 'node:crypto';
import type { MemberKey } from '#test/factories/canary-organization';
import type { TestWeb } from '#test/setup/web';
import type { Make, Status, Subject } from './matrix-subjects';

const MALFORMED = ['x', "'", '%00'];

/** A page of one record where the matrix is walked without any. */
export function nothingThere(make: Make): Subject[] {
  return [make('absent', randomUUID(), 404), ...MALFORMED.map((id) => make('malformed', id, 404))];
}

/** One record of each organization, and none. */
function oneOfEach(make: Make, [own, other]: readonly [string, string], status: Status): Subject[] {
  return [make('own organization', own, status), make('other tenant', other, 404), ...nothingThere(make)];
}

const among =
  (...keys: readonly MemberKey[]): Status =>
  ({ key }) =>
    keys.includes(key) ? 200 : 404;

/** A post of North: its director and its people read it, but a token belongs to no team. */
export function positionSubjects(make: Make, { a, b }: TestWeb): Subject[] {
  const people: readonly MemberKey[] = ['employee', 'lead'];
  return oneOfEach(make, [a.positionId, b.positionId], (viewer) => {
    if (viewer.isToken && people.includes(viewer.key)) return 404;
    return viewer.key === 'executive' ? 404 : 200;
  });
}

/** Whoever writes posts writes all of them. */
export function writtenPositions(make: Make, { a, b }: TestWeb): Subject[] {
  return oneOfEach(make, [a.positionId, b.positionId], 200);
}

/** Whoever writes the directory sees its imports. */
export function importSubjects(make: Make, { a, b }: TestWeb): Subject[] {
  return oneOfEach(make, [a.importId, b.importId], 200);
}

/** What an import has only once its file is read. */
export function laterOfImports(make: Make, { b }: TestWeb): Subject[] {
  return [...nothingThere(make), make('other tenant', b.importId, 404)];
}

/** A requirement of North. */
export function requirementSubjects(make: Make, { a, b }: TestWeb): Subject[] {
  return oneOfEach(make, [a.requirementId, b.requirementId], 200);
}

/** Person 3 of North contests: HR partner and the director of North answer. */
export function contestSubjects(make: Make, { a, b }: TestWeb): Subject[] {
  return oneOfEach(make, [a.contestId, b.contestId], among('hr_partner', 'director'));
}

/** One's own record as a file; anybody's for the HR partner. */
export function records(make: Make, { a, b }: TestWeb): Subject[] {
  const own: Readonly<Partial<Record<MemberKey, number>>> = { executive: 22, employee: 3, lead: 2 };
  const ofPerson =
    (person: number): Status =>
    ({ key }) =>
      key === 'hr_partner' || own[key] === person ? 200 : 404;
  return [
    ...[2, 3, 22].map((number) => make('own organization', a.person(number).employeeId, ofPerson(number))),
    make('other tenant', b.person(3).employeeId, 404),
    make('absent', randomUUID(), 404),
    ...['x', "'"].map((id) => make('malformed', id, 404)),
  ];
}

/** Whoever may erase sees the name of anybody. */
export function erasable(make: Make, { a, b }: TestWeb): Subject[] {
  return [
    make('own organization', a.person(14).employeeId, 200),
    make('other tenant', b.person(3).employeeId, 404),
    make('absent', randomUUID(), 404),
    ...['x', "'"].map((id) => make('malformed', id, 404)),
  ];
}

/** A draft of an own framework; whoever may edit the catalogue sees it. */
export function ownFrameworks(make: Make, { drafts }: TestWeb): Subject[] {
  return [
    make('own organization', drafts.a, 200),
    make('other tenant', drafts.b, 404),
    make('absent', randomUUID(), 404),
    ...['x', "'"].map((id) => make('malformed', id, 404)),
  ];
}

/** Both documents are made from the settings of the viewer's organization. */
export function privacyDocuments(make: Make): Subject[] {
  return [
    make('own organization', 'notice', 200),
    make('own organization', 'annex', 200),
    ...['x', '%00', "notice'"].map((document) => make('malformed', document, 404)),
  ];
}
