import { expect, it } from 'vitest';
import { navigationFor } from './navigation';

const current = (path: string) =>
  navigationFor({ base: '/o/gate', pathname: `/o/gate/${path}`, role: 'director', employeeId: 'me' })
    .flatMap(({ items }) => items)
    .filter((item) => item.current)
    .map(({ label }) => label);

it('marks one page: the nearest that the address lies below', () => {
  expect(current('people/me')).toEqual(['My profile']);
  expect(current('people/me/evidence')).toEqual(['My profile']);
  expect(current('people/them')).toEqual(['People']);
  expect(current('people')).toEqual(['People']);
  expect(current('assessments/new')).toEqual(['Assessments']);
  expect(current('elsewhere')).toEqual([]);
});
