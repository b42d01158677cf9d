import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import { DIMENSIONS, type Dimension } from '~/modules/frameworks/domain/dimension';
import type { Level } from '~/modules/frameworks/domain/level';
import type { CycleState } from '../domain/cycle-states';

/** A cycle as those who settle its ratings know it. */
export interface CalibrationCycle {
  readonly cycleId: string;
  readonly name: string;
  readonly state: CycleState;
  readonly closesOn: string;
  readonly peersAnonymous: boolean;
  /** By occupation, then instrument. */
  readonly frameworkVersions: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The cycle with this id. */
export async function findCalibrationCycle(
  ctx: TenantContext,
  cycleId: string,
): Promise<CalibrationCycle | undefined> {
  const row = await ctx.tx
    .selectFrom('cycles')
    .select(['cycleId', 'name', 'state', 'closesOn', 'peersAnonymous', 'frameworkVersions'])
    .where('cycleId', '=', cycleId)
    .executeTakeFirst();
  return row as CalibrationCycle | undefined;
}

/** A submitted level of a cycle with who gave it. */
export interface CycleRatingRow {
  readonly assessmentId: string;
  readonly employeeId: string;
  readonly dimension: Dimension;
  readonly soc: string;
  readonly raterKind: 'calibrated' | 'manager' | 'peer' | 'self';
  readonly raterId: string | null;
  readonly level: Level;
  readonly assessedOn: string;
  readonly frameworkVersions: Readonly<Record<string, string>>;
  readonly importedBy: string | null;
}

/**
 * The levels of a cycle of these people; apart: only of dimensions in which two raters say different levels.
 */
export async function listCycleRatingRows(
  ctx: TenantContext,
  cycleId: string,
  only: { readonly employeeIds: readonly string[]; readonly apart: boolean },
): Promise<CycleRatingRow[]> {
  const { rows } = await sql<CycleRatingRow>`
    with given as (
      select a.assessment_id as "assessmentId", a.employee_id as "employeeId", r.dimension, a.soc,
             a.rater_kind as "raterKind", a.rater_id as "raterId", r.level::int as level,
             r.assessed_on as "assessedOn", a.framework_versions as "frameworkVersions",
             a.imported_by as "importedBy",
             min(r.level) filter (where a.rater_kind <> 'calibrated') over cell as lowest,
             max(r.level) filter (where a.rater_kind <> 'calibrated') over cell as highest
        from assessments a
        join ratings r on r.organization_id = ${ctx.organizationId} and r.assessment_id = a.assessment_id
       where a.organization_id = ${ctx.organizationId}
         and a.cycle_id = ${cycleId}::uuid
         and a.state = 'submitted'
         and r.level is not null
         and a.employee_id = any(${only.employeeIds}::uuid[])
      window cell as (partition by a.employee_id, r.dimension, a.soc)
    )
    select "assessmentId", "employeeId", dimension, soc, "raterKind", "raterId", level, "assessedOn",
           "frameworkVersions", "importedBy"
      from given
     where not ${only.apart} or lowest < highest
     order by "employeeId", dimension, "assessmentId"`.execute(ctx.tx);
  return rows;
}

/** What one rater submitted of one person of a cycle. */
export interface CycleAssessmentRow {
  readonly employeeId: string;
  readonly raterKind: 'calibrated' | 'manager' | 'peer' | 'self';
  readonly raterId: string | null;
  readonly soc: string;
  /** The occupation that was fixed when the cycle opened; null: none was. */
  readonly fixedSoc: string | null;
  /** Three bits for each dimension in the order of DIMENSIONS, the first lowest: level + 1; 0: no level. */
  readonly levels: number;
}

/** Where the three bits of each dimension begin; by words, since looking each up in an array takes a third longer. */
const PLACES = sql.join(
  DIMENSIONS.map((dimension, at) => sql`when ${sql.lit(dimension)} then ${sql.lit(3 * at)}`),
  sql` `,
);

/** What was submitted of the next people of a cycle after one, by id; whole people, at most so many. */
export async function listCycleAssessmentRows(
  ctx: TenantContext,
  cycleId: string,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<CycleAssessmentRow[]> {
  const organization = ctx.organizationId;
  const { rows } = await sql<CycleAssessmentRow>`
    with people as (
      select distinct employee_id from assessments
       where organization_id = ${organization} and cycle_id = ${cycleId}::uuid and state = 'submitted'
         and (${after}::uuid is null or employee_id > ${after}::uuid)
       order by employee_id limit ${limit}),
    given as materialized (
      select r.assessment_id,
             bit_or((r.level + 1)::bigint << case r.dimension ${PLACES} end) as levels
        from people
        join assessments a on a.organization_id = ${organization} and a.cycle_id = ${cycleId}::uuid
                          and a.employee_id = people.employee_id and a.state = 'submitted'
        join ratings r on r.organization_id = ${organization} and r.assessment_id = a.assessment_id
                      and r.level is not null
       group by 1)
    select a.employee_id as "employeeId", a.rater_kind as "raterKind", a.rater_id as "raterId", a.soc,
           p.soc as "fixedSoc", coalesce(given.levels, 0)::float8 as levels
      from people
      join assessments a on a.organization_id = ${organization} and a.cycle_id = ${cycleId}::uuid
                        and a.employee_id = people.employee_id and a.state = 'submitted'
      left join cycle_people p on p.organization_id = ${organization} and p.cycle_id = ${cycleId}::uuid
                              and p.employee_id = people.employee_id
      left join given on given.assessment_id = a.assessment_id
     order by a.employee_id, a.assessment_id`.execute(ctx.tx);
  return rows;
}

/** The occupation that these people of a cycle are rated as; those without one, and of a cycle without a list, are left out. */
export async function listCycleOccupations(
  ctx: TenantContext,
  cycleId: string,
  employeeIds: readonly string[],
): Promise<{ employeeId: string; soc: string }[]> {
  const rows = await ctx.tx
    .selectFrom('cyclePeople')
    .select(['employeeId', 'soc'])
    .where('cycleId', '=', cycleId)
    .where('soc', 'is not', null)
    .where(sql<boolean>`employee_id = any(${employeeIds}::uuid[])`)
    .execute();
  return rows as { employeeId: string; soc: string }[];
}
