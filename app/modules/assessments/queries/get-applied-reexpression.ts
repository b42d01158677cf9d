import type { TenantContext } from '#db/tenancy';
import type { Instrument } from '~/modules/frameworks/domain/dimension';
import { findAppliedReexpression, type Reexpression } from '../data/reexpressions';

/** The re-expression that is applied to a framework; null: none is. */
export async function getAppliedReexpression(
  ctx: TenantContext,
  framework: { readonly soc: string; readonly instrument: Instrument },
): Promise<Reexpression | null> {
  return (await findAppliedReexpression(ctx, framework)) ?? null;
}
