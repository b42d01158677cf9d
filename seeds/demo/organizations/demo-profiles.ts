import { DEFAULT_CONSTANTS } from '~/modules/capability/domain/constants';
import { type CurrentLevel, currentLevel } from '~/modules/capability/domain/current-level';
import { evidenceStrength } from '~/modules/capability/domain/evidence-strength';
import type { RatingFact } from '~/modules/capability/domain/rating-fact';
import { DIMENSIONS, type Dimension } from '~/modules/frameworks/domain/dimension';
import { isLevel, type Level } from '~/modules/frameworks/domain/level';
import type { AssessmentRow, DemoOrganization, EmployeeRow } from './demo-organization';
import { groupBy } from './group-by';

export interface DemoProfile {
  readonly employee: EmployeeRow;
  readonly levels: Readonly<Record<Dimension, { readonly level: Level | null; readonly strength: number }>>;
  readonly raters: ReadonlySet<CurrentLevel['raterKind']>;
}

function toFact(row: AssessmentRow): RatingFact {
  const level = Number(row.level);
  return {
    assessmentId: `${row.rater}:${row.rater_external_id}:${row.assessed_on}`,
    dimension: row.dimension,
    level: isLevel(level) ? level : null,
    raterKind: row.rater,
    cycleId: row.cycle,
    assessedOn: row.assessed_on,
    submittedAt: 0,
    soc: row.occupation,
    hasAcceptedEvidence: false,
    frameworkVersion: null,
  };
}

/** The profile (method.md 1) of every active person with an occupation, as Cadre computes it from the rows. */
export function demoProfiles(organization: DemoOrganization, today: string): readonly DemoProfile[] {
  const facts = groupBy(organization.assessments, (row) => row.employee_external_id);
  return organization.employees
    .filter((employee) => employee.status === 'active' && employee.occupation !== '')
    .map((employee) => {
      const own = (facts.get(employee.external_id) ?? []).map(toFact);
      const socs = employee.occupation.split(';').map((part) => part.split(':')[0] ?? '');
      const scope = { asOf: today, soc: socs[0] ?? null, socs, constants: DEFAULT_CONSTANTS };
      const raters = new Set<CurrentLevel['raterKind']>();
      const levels = DIMENSIONS.map((dimension) => {
        const current = currentLevel(own, dimension, scope);
        if (current) raters.add(current.raterKind);
        const strength = current
          ? evidenceStrength({ ...current, strengthTrust: current.trust }, today, DEFAULT_CONSTANTS)
          : 0;
        return [dimension, { level: current?.level ?? null, strength }] as const;
      });
      return { employee, levels: Object.fromEntries(levels) as DemoProfile['levels'], raters };
    });
}

/** The mean level over people and dimensions with a level; NaN when there is none. */
export function meanLevel(profiles: readonly DemoProfile[], dimensions: readonly Dimension[]): number {
  const levels = profiles.flatMap((profile) =>
    dimensions.flatMap((dimension) => profile.levels[dimension].level ?? []),
  );
  return levels.reduce<number>((sum, level) => sum + level, 0) / levels.length;
}
