import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import { batches } from '~/shared/batches';

/** What the order of one disagreement follows from. */
export interface CalibrationCaseRow {
  readonly employeeId: string;
  readonly dimension: Dimension;
  readonly soc: string;
  readonly difference: number;
  readonly changesTarget: boolean;
  readonly changesBand: boolean;
  /** Teams of whose requirements a decision would change the state. */
  readonly changedTeams: readonly string[];
}

/** Puts the disagreements of these people in a cycle in the place of those that were known. */
export async function replaceCalibrationCases(
  ctx: TenantContext,
  cycleId: string,
  {
    employeeIds,
    cases,
  }: { readonly employeeIds: readonly string[]; readonly cases: readonly CalibrationCaseRow[] },
): Promise<void> {
  await ctx.tx
    .deleteFrom('calibrationCases')
    .where('cycleId', '=', cycleId)
    .where(sql<boolean>`employee_id = any(${employeeIds}::uuid[])`)
    .execute();
  for (const batch of batches(cases))
    await ctx.tx
      .insertInto('calibrationCases')
      .values(batch.map(({ changedTeams, ...one }) => ({ ...one, cycleId, changedTeams: [...changedTeams] })))
      .execute();
}

export interface CasePlace {
  readonly employeeId: string;
  readonly dimension: Dimension;
}

export interface CaseQuestion {
  readonly cycleId: string;
  /** Whoever is directly in one of these teams on the day; null: everybody. */
  readonly teamIds: readonly string[] | null;
  readonly day: string;
  /** Teams whose requirements the viewer is told; null: all. */
  readonly liveTeams: readonly string[] | null;
  /** The viewer's own record, which somebody else settles. */
  readonly own: string | null;
  readonly decided: boolean;
  /** The page is the one that has this case. */
  readonly chosen: { readonly employeeId: string; readonly dimension: string } | null;
  /** From 0; of a page past the last one, the last. */
  readonly page: number;
  readonly pageSize: number;
}

export interface CasePage {
  readonly left: number;
  readonly decided: number;
  /** The cases of the page, and one before and one behind it; place counts from 1. */
  readonly rows: readonly (CasePlace & { readonly place: number })[];
  /** Place of the page's first case. */
  readonly first: number;
}

/**
 * A page of the disagreements in order: those first that would change whether a target is met, then a requirement, then
 * the band; then the larger difference; then person and dimension.
 */
export async function findCasePage(ctx: TenantContext, question: CaseQuestion): Promise<CasePage> {
  const { cycleId, teamIds, day, liveTeams, own, decided, chosen, page, pageSize } = question;
  const organization = ctx.organizationId;
  const isPerson = chosen !== null && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(chosen.employeeId);
  const { rows } = await sql<Omit<CasePage, 'rows'> & { readonly rows: readonly CasePlace[] }>`
    with settled as materialized (
      select a.employee_id, r.dimension, a.soc
        from assessments a
        join ratings r on r.organization_id = ${organization} and r.assessment_id = a.assessment_id
       where a.organization_id = ${organization} and a.cycle_id = ${cycleId}::uuid
         and a.rater_kind = 'calibrated' and a.state = 'submitted' and r.level is not null),
    known as materialized (
      select k.employee_id, k.dimension, s.employee_id is not null as is_decided,
             (not k.changes_target,
              not ((${liveTeams === null} and k.changed_teams <> '{}')
                   or k.changed_teams && ${liveTeams ?? []}::uuid[]),
              not k.changes_band, -k.difference, k.employee_id, k.dimension) as sort_key
        from calibration_cases k
        left join settled s on s.employee_id = k.employee_id and s.dimension = k.dimension and s.soc = k.soc
       where k.organization_id = ${organization} and k.cycle_id = ${cycleId}::uuid
         and k.employee_id is distinct from ${own}::uuid
         and (${teamIds === null} or k.employee_id in (
               select employee_id from employments
                where organization_id = ${organization} and team_id = any(${teamIds ?? []}::uuid[])
                  and valid_from <= ${day}::date and (valid_to is null or valid_to > ${day}::date)))),
    counts as (
      select (count(*) filter (where not is_decided))::int as "left",
             (count(*) filter (where is_decided))::int as decided,
             (count(*) filter (where is_decided = ${decided}))::int as shown from known),
    chosen as (
      select sort_key from known
       where employee_id = ${isPerson ? chosen.employeeId : null}::uuid and dimension = ${chosen?.dimension ?? ''}
         and is_decided = ${decided}),
    bounds as (
      select 1 + ${pageSize}::int * case when exists (select 1 from chosen)
               then ((select count(*) from known, chosen
                       where is_decided = ${decided} and known.sort_key < chosen.sort_key) / ${pageSize}::int)::int
               else least(${page}::int, greatest(counts.shown - 1, 0) / ${pageSize}::int) end as first
        from counts),
    listed as (
      select employee_id, dimension, sort_key from known where is_decided = ${decided}
       order by sort_key limit ${pageSize}::int + 2 offset (select greatest(first - 2, 0) from bounds))
    select counts."left", counts.decided, bounds.first,
           (select coalesce(json_agg(json_build_object('employeeId', employee_id, 'dimension', dimension)
                                     order by sort_key), '[]'::json) from listed) as rows
      from counts, bounds`.execute(ctx.tx);
  const [found = { left: 0, decided: 0, first: 1, rows: [] }] = rows;
  const from = Math.max(found.first - 1, 1);
  const placed = found.rows.map((row, at) => ({ ...row, place: from + at }));
  return { ...found, rows: placed.filter(({ place }) => place <= found.first + pageSize) };
}

/** Whether a person has a disagreement in a cycle. */
export async function hasCalibrationCase(
  ctx: TenantContext,
  cycleId: string,
  employeeId: string,
): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('calibrationCases')
    .select('dimension')
    .where('cycleId', '=', cycleId)
    .where('employeeId', '=', employeeId)
    .executeTakeFirst();
  return row !== undefined;
}
