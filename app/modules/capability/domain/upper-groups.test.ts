import { expect, it } from 'vitest';
import { upperGroups } from './upper-groups';

const GROUPS = ['Yard / East', 'Yard', 'Dock / North / Gate', 'Dock', 'Dock / North'].map((name) => ({
  id: `id of ${name}`,
  name,
}));

it('lists the groups nearest the top and the chosen ones, and says how many are left out', () => {
  const { groups, unlisted } = upperGroups(GROUPS, { most: 2, chosen: ['id of Dock / North / Gate'] });
  expect(groups.map(({ name }) => name)).toEqual(['Dock', 'Dock / North / Gate', 'Yard']);
  expect(unlisted).toBe(2);
  expect(upperGroups(GROUPS, { most: 5, chosen: [] }).unlisted).toBe(0);
});
