import type { TenantContext } from '#db/tenancy';

/** Somebody asked that smaller groups are shown, and what became of it. */
export interface KLowering {
  readonly loweringId: string;
  readonly fromK: number;
  readonly toK: number;
  readonly reason: string;
  /** Ids of users. */
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly state: 'waiting' | 'agreed' | 'declined';
  readonly answeredBy: string | null;
  readonly answeredAt: Date | null;
}

/** All lowerings of the organization, the last first. */
export async function listKLowerings(ctx: TenantContext): Promise<KLowering[]> {
  const rows = await ctx.tx
    .selectFrom('kLowerings')
    .select(['loweringId', 'fromK', 'toK', 'reason', 'askedBy', 'askedAt'])
    .select(['state', 'answeredBy', 'answeredAt'])
    .orderBy('askedAt', 'desc')
    .orderBy('loweringId')
    .execute();
  return rows as KLowering[];
}

/** Keeps what somebody asks for; false when something waits already. */
export async function insertKLowering(
  ctx: TenantContext,
  row: Pick<KLowering, 'loweringId' | 'fromK' | 'toK' | 'reason' | 'askedBy'>,
): Promise<boolean> {
  const inserted = await ctx.tx
    .insertInto('kLowerings')
    .values({ ...row, askedAt: ctx.now })
    .onConflict((conflict) => conflict.columns(['organizationId']).where('state', '=', 'waiting').doNothing())
    .returning('loweringId')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Answers what waits; undefined when it does not wait any more. */
export async function updateKLowering(
  ctx: TenantContext,
  loweringId: string,
  answer: { readonly state: 'agreed' | 'declined'; readonly answeredBy: string },
): Promise<KLowering | undefined> {
  const row = await ctx.tx
    .updateTable('kLowerings')
    .set({ ...answer, answeredAt: ctx.now })
    .where('loweringId', '=', loweringId)
    .where('state', '=', 'waiting')
    .returning(['loweringId', 'fromK', 'toK', 'reason', 'askedBy', 'askedAt'])
    .returning(['state', 'answeredBy', 'answeredAt'])
    .executeTakeFirst();
  return row as KLowering | undefined;
}
