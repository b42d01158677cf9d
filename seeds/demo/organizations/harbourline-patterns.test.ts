import { describe, expect, it } from 'vitest';
import { DIMENSIONS, type Dimension, DURABLE_DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import { type DemoProfile, demoProfiles, meanLevel } from './demo-profiles';
import { groupBy } from './group-by';
import { buildHarbourline } from './harbourline';
import { isWithin } from './team-tree';

const TODAY = '2026-11-21';
const harbourline = buildHarbourline({ today: TODAY });
const { assessments, cycles, targets } = harbourline;
const profiles = demoProfiles(harbourline, TODAY);
const POCKETS = ['Risk and Systems / Video and Sensors', 'Control Rooms / Gdańsk'];
const JETTY = 'Terminal Operations North / Gdańsk / Liquid Bulk Jetty';

function within(team: string): readonly DemoProfile[] {
  return profiles.filter((profile) => isWithin(profile.employee.team, team));
}

function unknownShare(some: readonly DemoProfile[], dimensions: readonly Dimension[]): number {
  const cells = some.flatMap((profile) => dimensions.map((dimension) => profile.levels[dimension].level));
  return cells.filter((level) => level === null).length / cells.length;
}

/** Holders (method.md 5) of a level in a dimension; a level known from the person alone does not count. */
function holders(some: readonly DemoProfile[], dimension: Dimension, level: number): number {
  return some.filter((profile) => {
    const known = profile.levels[dimension];
    const rated = assessments.some(
      (row) =>
        row.employee_external_id === profile.employee.external_id &&
        row.dimension === dimension &&
        row.rater !== 'self' &&
        row.level !== '?',
    );
    const free = profile.employee.available === 'yes';
    return free && rated && (known.level ?? -1) >= level && known.strength >= 0.3;
  }).length;
}

/** Whether a person is ready now (method.md 7) for the post of a site manager. */
function isReadyForSite(profile: DemoProfile): boolean {
  const written = targets.filter((row) => row.occupation === '11-3013.01' && row.role_band === '3');
  const other = profile.employee.occupation !== '11-3013.01';
  let [sum, weights] = [0, 0];
  for (const row of written) {
    const specific = row.dimension === 'ai_use' || row.dimension === 'mastery';
    const { level, strength } = profile.levels[row.dimension];
    if (level === null || (specific && other)) {
      if (row.critical === 'yes') return false;
      continue;
    }
    const target = Number(row.level);
    if (target - level > 1 || (row.critical === 'yes' && (level < target || strength < 0.3))) return false;
    sum += Number(row.weight) * Math.min(level / target, 1);
    weights += Number(row.weight);
  }
  return weights > 0 && sum / weights >= 0.9;
}

describe('patterns of Harbourline', () => {
  it('has a weak site: Rotterdam lies about 0.8 level lower in the same occupation and band', () => {
    const guards = profiles.filter((one) => one.employee.occupation === '33-9032.00');
    const differences = ['1', '2'].map((band) => {
      const some = guards.filter((one) => one.employee.role_band === band);
      const rotterdam = some.filter((one) => one.employee.site === 'Rotterdam');
      const others = some.filter((one) => one.employee.site !== 'Rotterdam');
      return meanLevel(others, DURABLE_DIMENSIONS) - meanLevel(rotterdam, DURABLE_DIMENSIONS);
    });
    for (const difference of differences) {
      expect(difference).toBeGreaterThan(0.6);
      expect(difference).toBeLessThan(1.05);
    }
  });

  it('has a single expert: one holder of mastery on the jetty, where it is critical', () => {
    const jetty = within(JETTY);
    expect(jetty.filter((one) => one.employee.role_band === '2').length).toBeGreaterThanOrEqual(3);
    const critical = targets.find(
      (row) => row.occupation === '33-9032.00' && row.role_band === '2' && row.dimension === 'mastery',
    );
    expect(critical?.critical).toBe('yes');
    expect(holders(jetty, 'mastery', 2)).toBe(1);
    expect(unknownShare(jetty, ['mastery'])).toBe(0);
  });

  it('has a strong bench in Hamburg and none in Algeciras', () => {
    const successors = (team: string) =>
      within(team).filter((one) => one.employee.team !== team || one.employee.role_band !== '4');
    const ready = (team: string) =>
      successors(team).filter(
        (one) => isReadyForSite(one) && !/^(Site|Port Facility) Security/.test(one.employee.title),
      );
    expect(ready('Terminal Operations North / Hamburg').length).toBeGreaterThanOrEqual(3);
    expect(ready('Terminal Operations Channel and South / Algeciras')).toEqual([]);
  });

  it('uses AI less than its durable skills everywhere, but for two pockets', () => {
    const groups = groupBy(profiles, (one) => one.employee.team.split(' / ').slice(0, 2).join(' / '));
    const bySite = groupBy(profiles, (one) => `site ${one.employee.site}`);
    for (const [name, some] of [...groups, ...bySite]) {
      const lead = meanLevel(some, ['ai_use']) - meanLevel(some, DURABLE_DIMENSIONS);
      if (POCKETS.includes(name)) expect(lead, name).toBeGreaterThan(0.2);
      else if (some.length >= 3) expect(lead, name).toBeLessThan(0);
    }
  });

  it('leaves about 8 % unknown, and over 30 % in three dimensions of one team', () => {
    const overall = unknownShare(profiles, DIMENSIONS);
    expect(overall).toBeGreaterThan(0.065);
    expect(overall).toBeLessThan(0.095);
    const room = within('Control Rooms / Felixstowe');
    for (const dimension of ['creativity', 'growth_mindset', 'mindfulness'] as const) {
      expect(unknownShare(room, [dimension])).toBeGreaterThan(0.3);
    }
    const unsure = assessments.filter((row) => row.level === '?').length;
    expect(unsure).toBeGreaterThan(40);
    expect(unsure).toBeLessThan(assessments.length * 0.05);
  });

  it('has people known from the first cycle only, for some of whom a re-check is due', () => {
    const [, second] = cycles;
    const rated = new Set(assessments.map((row) => row.employee_external_id));
    for (const row of assessments) if (row.cycle === second?.name) rated.delete(row.employee_external_id);
    expect(rated.size).toBeGreaterThanOrEqual(10);
    const due = profiles.filter((one) =>
      DIMENSIONS.some(
        (dimension) => one.levels[dimension].level !== null && one.levels[dimension].strength < 0.3,
      ),
    );
    expect(due.length).toBeGreaterThanOrEqual(4);
    expect(due.length).toBeLessThan(40);
  });

  it('has self ratings a little above those of managers', () => {
    const key = (row: (typeof assessments)[number]) =>
      `${row.employee_external_id}|${row.cycle}|${row.dimension}`;
    const rows = assessments.filter((row) => row.level !== '?');
    const managers = new Map(
      rows.filter((row) => row.rater === 'manager').map((row) => [key(row), Number(row.level)]),
    );
    const differences = rows
      .filter((row) => row.rater === 'self' && managers.has(key(row)))
      .map((row) => Number(row.level) - (managers.get(key(row)) ?? 0));
    const mean = differences.reduce((sum, one) => sum + one, 0) / differences.length;
    expect(differences.length).toBeGreaterThan(2000);
    expect(mean).toBeGreaterThan(0.1);
    expect(mean).toBeLessThan(0.5);
  });

  it('has three peers each in one team, a few calibrations and a handful of notes', () => {
    const peers = assessments.filter((row) => row.rater === 'peer');
    const perPerson = groupBy(peers, (row) => row.employee_external_id);
    expect(perPerson.size).toBeGreaterThanOrEqual(5);
    for (const [id, rows] of perPerson) {
      const raters = new Set(rows.map((row) => row.rater_external_id));
      expect(raters.size).toBe(3);
      expect(raters.has(id)).toBe(false);
      expect(rows.every((row) => row.cycle === cycles[1]?.name)).toBe(true);
    }
    const calibrated = new Set(
      assessments.filter((row) => row.rater === 'calibrated').map((row) => row.employee_external_id),
    );
    expect(calibrated.size).toBe(9);
    const notes = assessments.filter((row) => row.evidence !== '').length;
    expect(notes).toBeGreaterThanOrEqual(8);
    expect(notes).toBeLessThan(60);
  });

  it('shows progress between the cycles', () => {
    const means = cycles.map((cycle) => {
      const levels = assessments.filter(
        (row) => row.cycle === cycle.name && row.rater === 'manager' && row.level !== '?',
      );
      return levels.reduce((sum, row) => sum + Number(row.level), 0) / levels.length;
    });
    expect((means[1] ?? 0) - (means[0] ?? 0)).toBeGreaterThan(0.05);
  });

  it('keeps its patterns on another day', () => {
    const today = '2028-03-01';
    const later = demoProfiles(buildHarbourline({ today }), today);
    expect(unknownShare(later, DIMENSIONS)).toBeCloseTo(unknownShare(profiles, DIMENSIONS), 2);
    expect(meanLevel(later, DIMENSIONS)).toBeCloseTo(meanLevel(profiles, DIMENSIONS), 1);
  });
});
