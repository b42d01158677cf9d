import { describe, expect, it } from 'vitest';
import { newestRelease, tablesOf } from './live-tables';

const live = (release: string, loadId: number, ...datasets: string[]) =>
  datasets.map((dataset) => ({ release, loadId, dataset }));

const TABLES = [
  ...live('29.0', 1, 'occupation_data', 'skills', 'tools_used'),
  ...live('30.2', 2, 'occupation_data', 'work_styles'),
  ...live('30.0', 3, 'skills'),
  ...live('31.0', 4, 'occupation_data', 'essential_skills', 'transferable_skills'),
];

describe('the tables of a release', () => {
  it('fall back to the newest earlier release that has them, never to a later one', () => {
    const { find } = tablesOf(TABLES, '30.2');
    expect(find('skills').map(({ loadId }) => loadId)).toEqual([3]);
    expect(find('tools').map(({ release }) => release)).toEqual(['29.0']);
    expect(find('workStyles').map(({ release }) => release)).toEqual(['30.2']);
    expect(find('abilities')).toEqual([]);
    expect(tablesOf(TABLES, '29.0').find('workStyles')).toEqual([]);
  });

  it('are the two that hold the skills from 30.3 on, and never of two releases', () => {
    expect(
      tablesOf(TABLES, '31.0')
        .find('skills')
        .map(({ dataset }) => dataset),
    ).toEqual(['essential_skills', 'transferable_skills']);
  });

  it('are asked of the newest release that describes occupations', () => {
    expect(newestRelease(TABLES)).toBe('31.0');
    expect(newestRelease([...live('9.0', 1, 'occupation_data'), ...live('30.10', 2, 'skills')])).toBe('9.0');
    expect(newestRelease([])).toBeNull();
  });
});
