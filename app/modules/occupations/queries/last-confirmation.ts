import type { TenantContext } from '#db/tenancy';
import { findLastConfirmation } from '../data/mapping-confirmations';

/** The confirmation that can be taken back; null when there is none. */
export async function getLastConfirmation(ctx: TenantContext) {
  const last = await findLastConfirmation(ctx);
  if (!last) return null;
  const { confirmationId, confirmedBy, confirmedAt, people, titles } = last;
  return { confirmationId, confirmedBy, confirmedAt, people, titles };
}
