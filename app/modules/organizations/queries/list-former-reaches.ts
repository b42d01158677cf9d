import { z } from 'zod';
import type { TenantContext } from '#db/tenancy';
import { dayInZone } from '~/shared/calendar-day';
import { listEntries } from '../data/audit-entries';
import { type FormerReach, formerReaches } from '../domain/former-reaches';
import type { Viewer } from '../domain/viewer';
import { getSettings } from './get-settings';

/** Changes of one member that are looked at: the newest. */
const MOST = 100;

const details = z.object({ changes: z.array(z.object({ field: z.string(), before: z.unknown() })) });

/** What a member might reach before, with the last day of each, by what the audit log says; tokens never change. */
export async function listFormerReaches(
  ctx: TenantContext,
  { kind, id, role, teamScope }: Pick<Viewer, 'kind' | 'id' | 'role' | 'teamScope'>,
): Promise<FormerReach[]> {
  if (kind !== 'user') return [];
  const { timeZone: zone } = await getSettings(ctx);
  const asked = { actions: ['member.change'], subject: { kind: 'user', id }, zone };
  const entries = await listEntries(ctx, asked, { limit: MOST });
  const changes = entries.flatMap(({ at, details: text }) => {
    const read = details.safeParse(JSON.parse(text));
    return read.success ? [{ day: dayInZone(at, zone), changes: read.data.changes }] : [];
  });
  return formerReaches({ role, teamScope }, changes);
}
