import type { TenantContext } from '#db/tenancy';
import { refreshCapability } from '~/modules/capability/commands/refresh-capability';

/** Computes until nothing is left on the dirty list. */
export async function drain(ctx: TenantContext): Promise<void> {
  while ((await refreshCapability(ctx)).remaining > 0);
}

export function noon(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}
