import type { TenantContext } from '#db/tenancy';
import { organizationDay } from '~/modules/organizations/queries/organization-day';
import { listEmployments } from '../data/employments';
import { laterDay } from '../domain/timeline';

export interface ChangeDays {
  /** The organization's day. */
  readonly today: string;
  /** From when a change holds that says no day: today, or the first day of who begins later. */
  readonly usual: string;
}

/** Days for a change of a person; null: of somebody new, or of many. */
export async function getChangeDays(ctx: TenantContext, employeeId: string | null): Promise<ChangeDays> {
  const today = await organizationDay(ctx);
  const [first] = employeeId === null ? [] : await listEmployments(ctx, [employeeId]);
  return { today, usual: first ? laterDay(first.validFrom, today) : today };
}
