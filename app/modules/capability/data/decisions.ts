import type { TenantContext } from '#db/tenancy';
import type { Decision } from '../domain/overview/decision';

const columns = [
  'decisionId',
  'question',
  'ownerId',
  'dueOn',
  'shared',
  'figure',
  'figureThen',
  'figureWords',
  'figureScope',
  'figureOn',
  'choice',
  'reason',
  'writtenBy',
  'writtenAt',
  'decidedBy',
  'decidedAt',
] as const;

export type NewDecision = Omit<Decision, 'choice' | 'reason' | 'writtenAt' | 'decidedBy' | 'decidedAt'>;

/** Adds an open decision. */
export async function insertDecision(ctx: TenantContext, decision: NewDecision): Promise<void> {
  await ctx.tx
    .insertInto('decisions')
    .values({ ...decision, writtenAt: ctx.now })
    .execute();
}

const MOST = 200;

/**
 * Open decisions and the last decided ones: open first, by due day; then the last decided first.
 * @param reader user who wrote or owns them where they are not shared; null: all of them
 */
export async function listDecisionRows(ctx: TenantContext, reader: string | null): Promise<Decision[]> {
  const rows = await ctx.tx
    .selectFrom('decisions')
    .select(columns)
    .where((where) =>
      reader === null
        ? where.lit(true)
        : where.or([
            where('shared', '=', true),
            where('ownerId', '=', reader),
            where('writtenBy', '=', reader),
          ]),
    )
    .orderBy('decidedAt', (order) => order.desc().nullsFirst())
    .orderBy('dueOn')
    .orderBy('decisionId')
    .limit(MOST)
    .execute();
  return rows as Decision[];
}

/** One decision by id, held until the transaction ends. */
export async function findDecision(ctx: TenantContext, decisionId: string): Promise<Decision | undefined> {
  const row = await ctx.tx
    .selectFrom('decisions')
    .select(columns)
    .where('decisionId', '=', decisionId)
    .forUpdate()
    .executeTakeFirst();
  return row as Decision | undefined;
}

/** Ends an open decision; false when it is open no more. */
export async function updateDecided(
  ctx: TenantContext,
  decisionId: string,
  end: { readonly choice: string; readonly reason: string; readonly decidedBy: string },
): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('decisions')
    .set({ ...end, state: 'decided', decidedAt: ctx.now })
    .where('decisionId', '=', decisionId)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** Gives an open decision to another owner or day; false when it is open no more. */
export async function updateOpenDecision(
  ctx: TenantContext,
  decisionId: string,
  change: Pick<Decision, 'ownerId' | 'dueOn'>,
): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('decisions')
    .set(change)
    .where('decisionId', '=', decisionId)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** Takes an open decision back; false when there is none. */
export async function deleteOpenDecision(ctx: TenantContext, decisionId: string): Promise<boolean> {
  const done = await ctx.tx
    .deleteFrom('decisions')
    .where('decisionId', '=', decisionId)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return done.numDeletedRows > 0n;
}
