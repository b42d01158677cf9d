import { randomUUID } from 'node:crypto';
import type { TestWeb } from '#test/setup/web';
import type { Make, Subject } from './matrix-subjects';
import { ratedPeople } from './rating-subjects';
import { nothingThere } from './record-subjects';

interface Making {
  readonly inPath: (name: string, more?: Readonly<Record<string, string>>, query?: string) => Make;
  /** People whose individual ratings are read, or not. */
  readonly people: (make: Make, web: TestWeb) => Subject[];
}

const CELL = '?cycle=own&dimension=leadership';

/** Evidence of a person, of a cell of one's own rating, and files, of which there are none where the matrix is walked. */
export function evidenceSubjects(
  { inPath, people }: Making,
  web: TestWeb,
): Readonly<Record<string, () => Subject[]>> {
  const { employeeId } = web.a.person(3);
  return {
    '/o/:org/people/:id/evidence': () => people(inPath('id'), web),
    '/o/:org/people/:id/evidence/:file': () => nothingThere(inPath('file', { id: employeeId })),
    '/o/:org/assess/:employee/evidence': () => ratedPeople(inPath('employee', {}, CELL), web),
    '/o/:org/assess/:employee/evidence/:file': () => [
      ...nothingThere(inPath('file', { employee: employeeId }, CELL)),
      inPath('employee', { file: randomUUID() }, CELL)('other tenant', web.b.person(3).employeeId, 404),
      inPath('employee', { file: randomUUID() }, CELL)('absent', randomUUID(), 404),
    ],
  };
}
