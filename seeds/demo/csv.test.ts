import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { assessmentsCsv, employeesCsv } from './csv';
import { buildNorthgate } from './organizations/northgate';

const { employees, assessments } = buildNorthgate({ today: '2026-11-21' });

describe('employeesCsv', () => {
  it('writes the header of the format and reads back as it was', () => {
    const text = employeesCsv(employees);
    expect(text.split('\r\n')[0]).toBe(
      'external_id,name,email,title,team,manager_external_id,site,occupation,role_band,started_on,ended_on,status,kind,available',
    );
    expect(text.endsWith('\r\n')).toBe(true);
    expect(parse(text, { columns: true })).toEqual(employees);
  });

  it('quotes commas, quotes and line ends', () => {
    const [first] = employees;
    if (!first) throw new Error('Northgate has people.');
    const odd = { ...first, title: 'Guard, "night"\nshift' };
    expect(employeesCsv([odd])).toContain('"Guard, ""night""\nshift"');
    expect(parse(employeesCsv([odd]), { columns: true })).toEqual([odd]);
  });
});

describe('assessmentsCsv', () => {
  it('writes the long format without the cycle', () => {
    const text = assessmentsCsv(assessments);
    expect(text.split('\r\n')[0]).toBe(
      'employee_external_id,rater,rater_external_id,assessed_on,occupation,dimension,level,evidence',
    );
    expect(parse(text, { columns: true })).toEqual(assessments.map(({ cycle: _cycle, ...row }) => row));
  });
});
