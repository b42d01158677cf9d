import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import { batches } from '~/shared/batches';
import type { TargetLevel, TargetWeight } from '../domain/target-row';

/** What a post's own profile asks for in one dimension, for a period. */
export interface PositionProfileRow {
  readonly positionId: string;
  readonly dimension: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly level: TargetLevel;
  readonly weight: TargetWeight;
  readonly critical: boolean;
  /** Why it is job-related; null: nobody said so yet. */
  readonly reason: string | null;
  /** Where the reason was chosen from (`statement`, `task`); null: written by hand. */
  readonly reasonSource: string | null;
  /** Id of the user who said so; `erased` after their erasure. */
  readonly saidBy: string | null;
  readonly saidOn: string | null;
}

const columns = [
  'positionId',
  'dimension',
  'validFrom',
  'validTo',
  'level',
  'weight',
  'critical',
  'reason',
  'reasonSource',
  'saidBy',
  'saidOn',
] as const;

/** All periods of the own profiles of these posts, in order. */
export async function listPositionProfiles(
  ctx: TenantContext,
  positionIds: readonly string[],
): Promise<PositionProfileRow[]> {
  const rows = await ctx.tx
    .selectFrom('positionProfiles')
    .select(columns)
    .where(sql<boolean>`position_id = any(${positionIds}::uuid[])`)
    .orderBy('positionId')
    .orderBy('dimension')
    .orderBy('validFrom')
    .execute();
  return rows as PositionProfileRow[];
}

/** Takes all periods of a post's own profile away and stores these instead. */
export async function replacePositionProfile(
  ctx: TenantContext,
  positionId: string,
  rows: readonly PositionProfileRow[],
): Promise<void> {
  await ctx.tx.deleteFrom('positionProfiles').where('positionId', '=', positionId).execute();
  for (const batch of batches(rows)) {
    await ctx.tx
      .insertInto('positionProfiles')
      .values(batch.map((row) => ({ ...row, recordedAt: ctx.now })))
      .execute();
  }
}

export interface IncumbentTarget {
  readonly employeeId: string;
  readonly dimension: string;
  readonly level: TargetLevel;
  readonly weight: TargetWeight;
  readonly critical: boolean;
}

/** What the own profile of the post that each of these people holds on a day asks of them. */
export async function listIncumbentTargets(
  ctx: TenantContext,
  employeeIds: readonly string[],
  asOf: string,
): Promise<IncumbentTarget[]> {
  const rows = await ctx.tx
    .selectFrom('positionIncumbents')
    .innerJoin('positionProfiles', 'positionProfiles.positionId', 'positionIncumbents.positionId')
    .innerJoin('positions', 'positions.positionId', 'positionIncumbents.positionId')
    .select([
      'positionIncumbents.employeeId',
      'positionProfiles.dimension',
      'positionProfiles.level',
      'positionProfiles.weight',
      'positionProfiles.critical',
    ])
    .where(sql<boolean>`position_incumbents.employee_id = any(${employeeIds}::uuid[])`)
    .where('positionIncumbents.validFrom', '<=', asOf)
    .where('positionProfiles.validFrom', '<=', asOf)
    .where((eb) =>
      eb.and([
        eb.or([eb('positionIncumbents.validTo', 'is', null), eb('positionIncumbents.validTo', '>', asOf)]),
        eb.or([eb('positionProfiles.validTo', 'is', null), eb('positionProfiles.validTo', '>', asOf)]),
        eb.or([eb('positions.closedOn', 'is', null), eb('positions.closedOn', '>', asOf)]),
      ]),
    )
    .orderBy('positionIncumbents.employeeId')
    .orderBy('positionProfiles.dimension')
    .execute();
  return rows as IncumbentTarget[];
}
