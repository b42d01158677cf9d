import { describe, expect, it } from 'vitest';
import { DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import { addDays, dayNumber } from '~/shared/calendar-day';
import { DEMO_FRAMEWORKS } from '../demo-frameworks';
import type { EmployeeRow } from './demo-organization';
import { groupBy } from './group-by';
import { buildHarbourline } from './harbourline';
import { buildNorthgate } from './northgate';
import { isWithin } from './team-tree';

const TODAY = '2026-11-21';
const harbourline = buildHarbourline({ today: TODAY });
const northgate = buildNorthgate({ today: TODAY });
const { employees, assessments, targets, cycles, signIns } = harbourline;
const byId = new Map(employees.map((employee) => [employee.external_id, employee]));

function countWhere(test: (employee: EmployeeRow) => boolean): number {
  return employees.filter(test).length;
}

describe('buildHarbourline', () => {
  it('gives the same records for the same day, and other days for another day', () => {
    expect(buildHarbourline({ today: TODAY })).toEqual(harbourline);
    const later = buildHarbourline({ today: addDays(TODAY, 400) });
    expect(later.employees.map((one) => one.name)).toEqual(employees.map((one) => one.name));
    expect(later.cycles[1]?.closesOn).toBe(addDays(cycles[1]?.closesOn ?? '', 400));
  });

  it('has about 420 people, some on leave, some gone, of three kinds', () => {
    expect(employees.length).toBeGreaterThanOrEqual(405);
    expect(employees.length).toBeLessThanOrEqual(435);
    expect(countWhere((one) => one.status === 'leave')).toBe(9);
    expect(countWhere((one) => one.status === 'left')).toBe(6);
    expect(countWhere((one) => one.kind === 'agency')).toBeGreaterThan(15);
    expect(countWhere((one) => one.kind === 'contractor')).toBeGreaterThan(2);
    expect(countWhere((one) => one.status === 'active' && one.available === 'no')).toBe(3);
    expect(countWhere((one) => one.occupation.includes(';'))).toBe(5);
    expect(countWhere((one) => one.occupation === '')).toBeGreaterThan(10);
  });

  it('has ten top teams of different size on six sites, five levels deep', () => {
    const tops = groupBy(employees, (one) => one.team.split(' / ')[0] ?? '');
    const sizes = [...tops.values()].map((team) => team.length).sort((a, b) => a - b);
    expect(tops.size).toBe(10);
    expect(sizes[0]).toBe(3);
    expect(countWhere((one) => one.team === 'Maritime Liaison' && one.status === 'active')).toBe(3);
    expect(sizes.at(-1)).toBeGreaterThan(90);
    expect(new Set(employees.map((one) => one.site)).size).toBe(6);
    expect(Math.max(...employees.map((one) => one.team.split(' / ').length))).toBe(5);
  });

  it('seats some people directly in a team that has teams below it', () => {
    const paths = new Set(employees.map((one) => one.team));
    const inParents = employees.filter((one) => [...paths].some((path) => path.startsWith(`${one.team} / `)));
    expect(inParents.length).toBeGreaterThan(20);
  });

  it('gives everyone but the top a manager in the directory, without circles', () => {
    const tops = employees.filter((one) => one.manager_external_id === '');
    expect(tops.map((one) => one.external_id)).toEqual(['E0001']);
    for (const employee of employees) {
      const seen = new Set<string>();
      for (let one: EmployeeRow | undefined = employee; one && one.manager_external_id !== ''; ) {
        expect(seen.has(one.external_id)).toBe(false);
        seen.add(one.external_id);
        one = byId.get(one.manager_external_id);
        expect(one).toBeDefined();
        expect(one?.status).not.toBe('left');
      }
    }
  });

  it('keeps ids, names and addresses apart', () => {
    for (const key of ['external_id', 'name', 'email'] as const) {
      expect(new Set(employees.map((one) => one[key])).size).toBe(employees.length);
    }
    expect(employees.every((one) => /^[a-z0-9]+\.[a-z0-9]+@harbourline\.example$/.test(one.email))).toBe(
      true,
    );
  });

  it('starts, ends and rates nobody in the future, and rates only who worked on that day', () => {
    const broken = assessments.filter((row) => {
      const works = [row.employee_external_id, row.rater_external_id].map((id) => {
        const one = byId.get(id);
        return one && one.started_on <= row.assessed_on && (one.ended_on || TODAY) >= row.assessed_on;
      });
      return row.assessed_on > TODAY || works.includes(undefined) || works.includes(false);
    });
    expect(broken).toEqual([]);
    expect(employees.filter((one) => one.started_on > TODAY || one.ended_on > TODAY)).toEqual([]);
  });

  it('holds its two cycles about 14 and 2 months ago, with every rating inside its cycle', () => {
    const ages = cycles.map((cycle) => (dayNumber(TODAY) - dayNumber(cycle.opensOn)) / 30.4375);
    expect(ages[0]).toBeGreaterThan(13);
    expect(ages[0]).toBeLessThan(15);
    expect(ages[1]).toBeGreaterThan(1.5);
    expect(ages[1]).toBeLessThan(3);
    const spans = new Map(cycles.map((cycle) => [cycle.name, cycle]));
    expect(spans.size).toBe(2);
    const outside = assessments.filter((row) => {
      const cycle = spans.get(row.cycle);
      return !cycle || row.assessed_on < cycle.opensOn || row.assessed_on > cycle.closesOn;
    });
    expect(outside).toEqual([]);
  });

  it('writes one line per employee, rater, cycle and dimension', () => {
    const keys = assessments.map((row) =>
      [row.employee_external_id, row.rater, row.rater_external_id, row.cycle, row.dimension].join('|'),
    );
    expect(new Set(keys).size).toBe(keys.length);
    expect(assessments.every((row) => /^([0-4]|\?)$/.test(row.level))).toBe(true);
    expect(assessments.every((row) => DIMENSIONS.includes(row.dimension))).toBe(true);
  });

  it('uses only occupations that have a demo framework', () => {
    const known = new Set(DEMO_FRAMEWORKS.map((document) => document.occupation.soc));
    const used = new Set([
      ...employees.flatMap((one) => one.occupation.split(';').map((part) => part.split(':')[0] ?? '')),
      ...assessments.map((row) => row.occupation),
      ...targets.map((row) => row.occupation),
    ]);
    used.delete('');
    expect([...used].sort()).toEqual([...known].sort());
  });

  it('writes target profiles for guards, supervisors and managers, each with critical dimensions', () => {
    const profiles = groupBy(targets, (row) => `${row.occupation} ${row.role_band}`);
    expect([...profiles.keys()]).toEqual([
      '33-9032.00 1',
      '33-9032.00 2',
      '33-1091.00 2',
      '33-1091.00 3',
      '11-3013.01 3',
      '11-3013.01 4',
    ]);
    for (const rows of profiles.values()) {
      expect(rows.filter((row) => row.critical === 'yes').length).toBeGreaterThanOrEqual(2);
    }
  });

  it('offers a sign-in per role, a director with 60 to 100 people and a manager with 8 to 12 reports', () => {
    expect(signIns.map((one) => one.role)).toEqual([
      'owner',
      'admin',
      'hr_partner',
      'director',
      'executive',
      'employee',
      'employee',
    ]);
    const director = signIns.find((one) => one.role === 'director');
    const scope = director?.teamPath ?? '';
    const inScope = countWhere((one) => isWithin(one.team, scope));
    expect(inScope).toBeGreaterThanOrEqual(60);
    expect(inScope).toBeLessThanOrEqual(100);
    expect(byId.get(director?.employeeExternalId ?? '')?.team).toBe(scope);
    const reports = signIns
      .slice(-2)
      .map((one) => countWhere((person) => person.manager_external_id === one.employeeExternalId));
    expect(reports[0]).toBeGreaterThanOrEqual(8);
    expect(reports[0]).toBeLessThanOrEqual(12);
    expect(reports[1]).toBe(0);
    for (const one of signIns.filter((signIn) => signIn.employeeExternalId !== null)) {
      const person = byId.get(one.employeeExternalId ?? '');
      expect([person?.name, person?.email, person?.status]).toEqual([one.name, one.email, 'active']);
    }
  });
});

describe('buildNorthgate', () => {
  it('is about 40 people with the same external ids and no name or address of Harbourline', () => {
    expect(northgate.employees.length).toBeGreaterThanOrEqual(36);
    expect(northgate.employees.length).toBeLessThanOrEqual(44);
    expect(northgate.employees.every((one) => byId.has(one.external_id))).toBe(true);
    const mails = new Set(employees.map((one) => one.email));
    expect(northgate.employees.filter((one) => mails.has(one.email))).toEqual([]);
    expect(northgate.signIns.map((one) => one.role)).toEqual([
      'owner',
      'hr_partner',
      'executive',
      'employee',
    ]);
    expect(buildNorthgate({ today: TODAY })).toEqual(northgate);
  });

  it('rates its own people only', () => {
    const own = new Map(northgate.employees.map((one) => [one.external_id, one]));
    expect(northgate.assessments.length).toBeGreaterThan(500);
    for (const row of northgate.assessments) {
      expect(own.has(row.employee_external_id) && own.has(row.rater_external_id)).toBe(true);
      expect(row.assessed_on >= (own.get(row.employee_external_id)?.started_on ?? '9')).toBe(true);
      expect(row.assessed_on <= TODAY).toBe(true);
    }
  });
});
