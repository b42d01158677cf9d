import type { Selectable } from 'kysely';
import type { AppTables } from '#db/tables';
import type { TenantContext } from '#db/tenancy';
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import type { ProfileDimension } from '../domain/profile';

/** A stored profile row: the figures of ProfileDimension with what they were computed from and when. */
export type StoredProfile = Omit<Selectable<AppTables['profiles']>, 'organizationId' | 'dimension'> & {
  readonly dimension: Dimension;
};

export interface ProfileStamp {
  readonly asOf: string;
  readonly computedAt: Date;
  readonly formulaVersion: string;
}

export interface NewProfileRow extends ProfileDimension {
  readonly employeeId: string;
  readonly strengthUnits: number;
}

const BATCH = 1_200;

/** Replaces the rows of these people's profiles. */
export async function upsertProfiles(
  ctx: TenantContext,
  rows: readonly NewProfileRow[],
  stamp: ProfileStamp,
): Promise<void> {
  for (let start = 0; start < rows.length; start += BATCH) {
    const values = rows.slice(start, start + BATCH).map((row) => toRow(row, stamp));
    await ctx.tx
      .insertInto('profiles')
      .values(values)
      .onConflict((conflict) =>
        conflict.columns(['organizationId', 'employeeId', 'dimension']).doUpdateSet((eb) => {
          const set = <K extends keyof (typeof values)[number] & string>(column: K) =>
            eb.ref(`excluded.${column}` as never);
          return Object.fromEntries(UPDATED.map((column) => [column, set(column)])) as never;
        }),
      )
      .execute();
  }
}

const UPDATED = [
  'level',
  'raterKind',
  'assessedOn',
  'ratedAs',
  'trust',
  'strengthTrust',
  'acceptedEvidence',
  'peers',
  'frameworkVersion',
  'assessmentIds',
  'recheckOn',
  'target',
  'weight',
  'criticalLevel',
  'defaultTarget',
  'gap',
  'selfManagerDifference',
  'nextChangeOn',
  'strengthUnits',
  'asOf',
  'computedAt',
  'formulaVersion',
] as const;

function toRow(row: NewProfileRow, stamp: ProfileStamp) {
  return {
    employeeId: row.employeeId,
    dimension: row.dimension,
    level: row.level,
    raterKind: row.raterKind,
    assessedOn: row.assessedOn,
    ratedAs: row.ratedAs,
    trust: row.trust,
    strengthTrust: row.strengthTrust,
    acceptedEvidence: row.hasAcceptedEvidence,
    peers: row.peers,
    frameworkVersion: row.frameworkVersion,
    assessmentIds: [...row.assessmentIds],
    recheckOn: row.recheckOn,
    target: row.target,
    weight: row.weight,
    criticalLevel: row.criticalLevel,
    defaultTarget: row.isDefault,
    gap: row.gap,
    selfManagerDifference: row.selfManagerDifference,
    nextChangeOn: row.nextChangeOn,
    strengthUnits: row.strengthUnits,
    asOf: stamp.asOf,
    computedAt: stamp.computedAt,
    formulaVersion: stamp.formulaVersion,
  };
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
