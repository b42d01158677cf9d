import { describe, expect, it } from 'vitest';
import { TENANT_TABLES } from '#db/table-scope';
import { exportPart, partOfTable } from './export-parts';

describe('exportPart', () => {
  it('sorts every table of an organization on purpose', () => {
    expect(TENANT_TABLES.filter((table) => partOfTable(table) === undefined)).toEqual([]);
  });

  it('leaves out what nobody has sorted', () => {
    expect(exportPart('hr_partner', ['sites', 'new_table']).tables).toEqual(['sites']);
  });

  it.each([
    ['position_horizons', 'hr_partner'],
    ['position_candidates', 'hr_partner'],
    ['calibrations', 'hr_partner'],
    ['observations', 'hr_partner'],
    ['cycle_raters', 'hr_partner'],
    ['import_rows', 'hr_partner'],
    ['audit_entries', 'owner'],
    ['idempotency_keys', 'nobody'],
    ['uploads', 'nobody'],
    ['saved_views', 'nobody'],
  ])('gives %s to %s alone', (table, reader) => {
    const readers = (['owner', 'hr_partner'] as const).filter((role) =>
      exportPart(role, TENANT_TABLES).tables.includes(table),
    );
    expect(readers).toEqual(reader === 'nobody' ? [] : [reader]);
  });
});
