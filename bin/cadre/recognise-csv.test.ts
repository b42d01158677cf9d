import { describe, expect, it } from 'vitest';
import { recogniseCsv } from './recognise-csv';

const kindOf = (text: string) => recogniseCsv(new TextEncoder().encode(text)).kind;

describe('the kind of a CSV', () => {
  it('is told by its columns, in any order, with quotes and a byte order mark', () => {
    expect(kindOf('external_id,name,email\nE1,Ada,\n')).toBe('employees');
    expect(kindOf('\ufeff"name","external_id"\r\n')).toBe('employees');
    expect(kindOf('employee_external_id,rater,assessed_on,communication\n')).toBe('assessments');
    expect(kindOf('occupation,role_band,dimension,level,weight,critical\n')).toBe('targets');
    expect(kindOf('title,external_id,team,critical,horizon\n')).toBe('positions');
  });

  it('is not guessed for other tables, and the columns are named', () => {
    const courses = 'code,title,kind,hours,cost\n';
    const recognised = recogniseCsv(new TextEncoder().encode(courses));
    expect(recognised).toMatchObject({
      kind: 'unknown',
      reason: expect.stringContaining('code, title'),
    });
  });

  it('says nothing of columns for what is no table', () => {
    for (const text of ['{"a": 1}', 'Security Guards\n\nSOC 33-9032.00', '<p>a, b</p>', '\u0000\u0001']) {
      expect(recogniseCsv(new TextEncoder().encode(text))).toEqual({ kind: 'unknown', reason: null });
    }
  });
});
