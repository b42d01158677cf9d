import { describe, expect, it } from 'vitest';
import { layoutFaults } from './import-layout';
import { columnFaults } from './table-columns';

describe('a column that is named for two fields', () => {
  it('is told by its name and place, with the fields', () => {
    const columns = { external_id: 0, name: 1, title: 2, team: 2 };
    expect(layoutFaults(columns, ['Nr', 'Name', ' Job '])).toEqual([
      '“Job” (column 3) is named for Job title and Team; a column is one field.',
    ]);
    expect(columnFaults({ rater: 1, level: 1, note: 1 }, ['a', ''])).toEqual([
      'Column 2 is named for rater, level and note; a column is one field.',
    ]);
    expect(columnFaults({ rater: 0, level: 1 }, ['a', 'b'])).toEqual([]);
  });
});
