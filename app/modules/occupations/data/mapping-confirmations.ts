import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import { batches } from '~/shared/batches';

/** A title of a confirmation: the version of the decision that it made, and what was remembered before; null: nothing. */
export interface ConfirmedDecision {
  readonly titleKey: string;
  readonly version: number;
  readonly before:
    | readonly { readonly soc: string; readonly share: number; readonly roleBand: number | null }[]
    | null;
}

export interface ConfirmationRow {
  readonly confirmationId: string;
  readonly confirmedBy: string;
  readonly confirmedAt: Date;
  readonly people: number;
  readonly titles: number;
  readonly decisions: readonly ConfirmedDecision[];
}

export interface ConfirmationPeriod {
  readonly employeeId: string;
  readonly side: string;
  readonly soc: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly roleBand: number | null;
  readonly share: number;
  readonly confirmedBy: string | null;
}

/** Keeps a confirmation for as long as it can be taken back: until the next one. */
export async function insertConfirmation(
  ctx: TenantContext,
  { decisions, ...confirmation }: ConfirmationRow,
  periods: readonly ConfirmationPeriod[],
): Promise<void> {
  await ctx.tx.deleteFrom('mappingConfirmations').execute();
  await ctx.tx
    .insertInto('mappingConfirmations')
    .values({ ...confirmation, decisions: sql<never>`${JSON.stringify(decisions)}::text::jsonb` })
    .execute();
  const { confirmationId } = confirmation;
  for (const batch of batches(periods)) {
    await ctx.tx
      .insertInto('mappingConfirmationPeriods')
      .values(batch.map((period) => ({ ...period, confirmationId })))
      .execute();
  }
}

/** The confirmation that can be taken back; undefined when there is none, or it was taken back. */
export async function findLastConfirmation(ctx: TenantContext): Promise<ConfirmationRow | undefined> {
  const row = await ctx.tx
    .selectFrom('mappingConfirmations')
    .select(['confirmationId', 'confirmedBy', 'confirmedAt', 'people', 'titles', 'decisions'])
    .where('undoneAt', 'is', null)
    .orderBy('confirmedAt', 'desc')
    .executeTakeFirst();
  return row && { ...row, decisions: row.decisions as unknown as readonly ConfirmedDecision[] };
}

/** What people held before and after a confirmation. */
export async function listConfirmationPeriods(
  ctx: TenantContext,
  confirmationId: string,
): Promise<ConfirmationPeriod[]> {
  return ctx.tx
    .selectFrom('mappingConfirmationPeriods')
    .select(['employeeId', 'side', 'soc', 'validFrom', 'validTo', 'roleBand', 'share', 'confirmedBy'])
    .where('confirmationId', '=', confirmationId)
    .orderBy('employeeId')
    .orderBy('soc')
    .orderBy('validFrom')
    .execute();
}

/** Says that it was taken back. */
export async function updateConfirmationUndone(ctx: TenantContext, confirmationId: string): Promise<void> {
  await ctx.tx
    .updateTable('mappingConfirmations')
    .set({ undoneAt: ctx.now })
    .where('confirmationId', '=', confirmationId)
    .execute();
}
