import { describe, expect, it } from 'vitest';
import { compareReleaseNumbers, isReleaseNumber, releaseInName, releaseInReadMe } from './release-number';

describe('the release', () => {
  it('is read from the Read Me and from the name of a folder or zip, and from nothing that only looks like it', () => {
    expect(releaseInReadMe('O*NET 30.2 Database\r\nMarch')).toBe('30.2');
    expect(releaseInReadMe('Some O*NET files')).toBeNull();
    expect(['30.2', 'db_30_2_text', 'db_31_0_text.zip', 'DB_30_2.zip'].map(releaseInName)).toEqual([
      '30.2',
      '30.2',
      '31.0',
      '30.2',
    ]);
    expect(['30.0-ratings', 'onet', '2026', 'db_30_2_excel'].map(releaseInName)).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(['30.2', '30', 'v30.2', '30.2.1'].map(isReleaseNumber)).toEqual([true, false, false, false]);
  });

  it('is ordered by number, not by letters', () => {
    expect(['30.10', '9.3', '30.2', '29.0'].sort(compareReleaseNumbers)).toEqual([
      '9.3',
      '29.0',
      '30.2',
      '30.10',
    ]);
  });
});
