import { type Selectable, sql } from 'kysely';
import { columnLists, type ListedColumn } from '#db/column-lists';
import type { AppTables } from '#db/tables';
import type { TenantContext } from '#db/tenancy';
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import { type FiguresStamp, stampColumns } from '../domain/figures-stamp';
import type { ProfileDimension } from '../domain/profile';

/** A stored profile row: the figures of ProfileDimension with what they were computed from and when. */
export type StoredProfile = Omit<Selectable<AppTables['profiles']>, 'organizationId' | 'dimension'> & {
  readonly dimension: Dimension;
};

export type ProfileStamp = FiguresStamp;

export interface NewProfileRow extends ProfileDimension {
  readonly employeeId: string;
  readonly strengthUnits: number;
}

const COLUMNS: Readonly<Record<string, ListedColumn<NewProfileRow>>> = {
  employee_id: ['uuid', (row) => row.employeeId],
  dimension: ['text', (row) => row.dimension],
  level: ['smallint', (row) => row.level],
  rater_kind: ['text', (row) => row.raterKind],
  assessed_on: ['date', (row) => row.assessedOn],
  rated_as: ['text', (row) => row.ratedAs],
  trust: ['smallint', (row) => row.trust],
  strength_trust: ['smallint', (row) => row.strengthTrust],
  accepted_evidence: ['boolean', (row) => row.hasAcceptedEvidence],
  peers: ['smallint', (row) => row.peers],
  framework_version: ['text', (row) => row.frameworkVersion],
  assessment_ids: ['uuid[]', (row) => row.assessmentIds],
  recheck_on: ['date', (row) => row.recheckOn],
  target: ['smallint', (row) => row.target],
  weight: ['smallint', (row) => row.weight],
  critical_level: ['smallint', (row) => row.criticalLevel],
  default_target: ['boolean', (row) => row.isDefault],
  gap: ['smallint', (row) => row.gap],
  self_manager_difference: ['smallint', (row) => row.selfManagerDifference],
  next_change_on: ['date', (row) => row.nextChangeOn],
  strength_units: ['bigint', (row) => row.strengthUnits],
};

/** Replaces the rows of these people's profiles. */
export async function upsertProfiles(
  ctx: TenantContext,
  rows: readonly NewProfileRow[],
  stamp: ProfileStamp,
): Promise<void> {
  if (rows.length === 0) return;
  const lists = columnLists(COLUMNS, rows, stampColumns(stamp));
  await sql`
    insert into profiles (organization_id, ${lists.names})
    select ${ctx.organizationId}::uuid, ${lists.values} from ${lists.rows}
    on conflict (organization_id, employee_id, dimension) do update
      set ${lists.updates(['employee_id', 'dimension'])}`.execute(ctx.tx);
}

/** The stored profiles of these people, twelve rows each. */
export async function listProfiles(
  ctx: TenantContext,
  employeeIds: readonly string[],
): Promise<StoredProfile[]> {
  if (employeeIds.length === 0) return [];
  const rows = await ctx.tx
    .selectFrom('profiles')
    .selectAll()
    .where('employeeId', 'in', employeeIds)
    .execute();
  return rows as StoredProfile[];
}

/** Whether anybody has a level in any dimension. */
export async function hasLevels(ctx: TenantContext): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('profiles')
    .select('employeeId')
    .where('level', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether any profile was computed after the moment. */
export async function hasComputedSince(ctx: TenantContext, moment: Date): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('profiles')
    .select('employeeId')
    .where('computedAt', '>', moment)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** People whose profile changes by the clock alone on or before the day. */
export async function listPeopleChangingBy(ctx: TenantContext, day: string): Promise<string[]> {
  const rows = await ctx.tx
    .selectFrom('profiles')
    .select('employeeId')
    .distinct()
    .where('nextChangeOn', '<=', day)
    .execute();
  return rows.map((row) => row.employeeId);
}
