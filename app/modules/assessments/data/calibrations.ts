import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import type { Level } from '~/modules/frameworks/domain/level';

/** A decision about one dimension of one person in a cycle. */
export interface Calibration {
  readonly calibrationId: string;
  readonly cycleId: string;
  readonly employeeId: string;
  readonly dimension: Dimension;
  readonly level: Level;
  readonly reason: string;
  /** Id of the user. */
  readonly decidedBy: string;
  readonly decidedAt: Date;
  /** Null: it is the one that holds. */
  readonly replacedAt: Date | null;
  /** Id of the user who took it back; null: it holds, or another one took its place. */
  readonly undoneBy: string | null;
}

const columns = [
  'calibrationId',
  'cycleId',
  'employeeId',
  'dimension',
  'level',
  'reason',
  'decidedBy',
  'decidedAt',
  'replacedAt',
  'undoneBy',
] as const;

/** The decisions about these people in a cycle that hold. */
export async function listHeldCalibrations(
  ctx: TenantContext,
  cycleId: string,
  employeeIds: readonly string[],
): Promise<Calibration[]> {
  const rows = await ctx.tx
    .selectFrom('calibrations')
    .select(columns)
    .where('cycleId', '=', cycleId)
    .where(sql<boolean>`employee_id = any(${employeeIds}::uuid[])`)
    .where('replacedAt', 'is', null)
    .execute();
  return rows as Calibration[];
}

/** All decisions about a person, the newest first, those that another one replaced or somebody took back too. */
export async function listCalibrationsOf(ctx: TenantContext, employeeId: string): Promise<Calibration[]> {
  const rows = await ctx.tx
    .selectFrom('calibrations')
    .select(columns)
    .where('employeeId', '=', employeeId)
    .orderBy('decidedAt', 'desc')
    .orderBy('calibrationId', 'desc')
    .execute();
  return rows as Calibration[];
}

/** Ends the decision; false when it holds no more. */
export async function updateToReplaced(
  ctx: TenantContext,
  calibrationId: string,
  undoneBy: string | null,
): Promise<boolean> {
  const ended = await ctx.tx
    .updateTable('calibrations')
    .set({ replacedAt: ctx.now, undoneBy })
    .where('calibrationId', '=', calibrationId)
    .where('replacedAt', 'is', null)
    .returning('calibrationId')
    .executeTakeFirst();
  return ended !== undefined;
}

/** Adds a decision that holds; no other one of its cell does. */
export async function insertCalibration(
  ctx: TenantContext,
  calibration: Omit<Calibration, 'decidedAt' | 'replacedAt' | 'undoneBy'>,
): Promise<void> {
  await ctx.tx
    .insertInto('calibrations')
    .values({ ...calibration, decidedAt: ctx.now })
    .execute();
}
