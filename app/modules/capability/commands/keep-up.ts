import type { TenantContext } from '#db/tenancy';
import { enqueue } from '#jobs/enqueue';
import { markPeopleChanged } from '#jobs/mark-changed';
import { listPeopleChangingBy } from '../data/profiles';
import { findLatestRelease } from '../data/releases';
import { getMethod } from '../queries/get-method';

/** Marks whose figures change today by the clock alone, and asks for last month's release when it is missing. */
export async function keepUp(ctx: TenantContext): Promise<{ due: number; monthEnd: boolean }> {
  const { today } = await getMethod(ctx);
  const due = await listPeopleChangingBy(ctx, today);
  await markPeopleChanged(ctx, due);
  const latest = await findLatestRelease(ctx);
  const monthEnd = latest !== undefined && latest.asOf.slice(0, 7) < today.slice(0, 7);
  if (monthEnd) await enqueue(ctx, 'make-release', { reason: 'month_end' }, { key: 'month_end' });
  return { due: due.length, monthEnd };
}
