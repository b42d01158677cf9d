import type { TenantContext } from '#db/tenancy';
import type { ProfileStamp } from './profiles';

export interface CapabilityState extends ProfileStamp {
  readonly sourceWatermark: number;
}

/** The last refresh, undefined before the first. */
export async function findCapabilityState(ctx: TenantContext): Promise<CapabilityState | undefined> {
  return ctx.tx
    .selectFrom('capabilityState')
    .select(['asOf', 'computedAt', 'formulaVersion', 'sourceWatermark'])
    .executeTakeFirst();
}

/** Remembers a refresh; the watermark never goes back. */
export async function upsertCapabilityState(ctx: TenantContext, state: CapabilityState): Promise<void> {
  await ctx.tx
    .insertInto('capabilityState')
    .values(state)
    .onConflict((conflict) =>
      conflict.column('organizationId').doUpdateSet((eb) => ({
        asOf: state.asOf,
        computedAt: state.computedAt,
        formulaVersion: state.formulaVersion,
        sourceWatermark: eb.fn<number>('greatest', [
          'capabilityState.sourceWatermark',
          eb.val(state.sourceWatermark),
        ]),
      })),
    )
    .execute();
}
