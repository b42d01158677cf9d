import type { TenantContext } from '#db/tenancy';

export interface FrozenExposure {
  /** Group of a release: a code of SOC or O*NET-SOC. */
  readonly group: string;
  /** Ten-thousandths; null: no data. */
  readonly exposure: number | null;
}

/** The exposures that a release weighed AI use with; groups that nobody sat in directly have none. */
export async function listReleaseExposures(ctx: TenantContext, releaseId: string): Promise<FrozenExposure[]> {
  return ctx.tx
    .selectFrom('releaseOccupationGroups')
    .select(['groupId as group', 'exposure'])
    .where('releaseId', '=', releaseId)
    .orderBy('groupId')
    .execute();
}
