import { z } from 'zod';
import type { TenantContext } from '#db/tenancy';
import { dayInZone } from '~/shared/calendar-day';
import { listEntries } from '../data/audit-entries';
import { type FormerReach, formerReaches, type RightsEvent } from '../domain/former-reaches';
import type { Viewer } from '../domain/viewer';
import { getSettings } from './get-settings';

/** Changes of one member that are looked at: the newest. */
const MOST = 100;

const changed = z.object({
  changes: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
});
const scope = z.array(z.string());
const joined = z.object({ teamScope: scope.default([]) });
const ended = z.object({ role: z.string(), teamScope: scope.nullable().default(null) });

/**
 * What a member might reach before, with the last day of each, by what the audit log says, also before they left and came
 * back; tokens never change.
 */
export async function listFormerReaches(
  ctx: TenantContext,
  { kind, id, role, teamScope }: Pick<Viewer, 'kind' | 'id' | 'role' | 'teamScope'>,
): Promise<FormerReach[]> {
  if (kind !== 'user') return [];
  const { timeZone: zone } = await getSettings(ctx);
  const actions = ['member.change', 'member.join', 'member.join_by_sso', 'member.leave', 'member.remove'];
  const asked = { actions, subject: { kind: 'user', id }, zone };
  const entries = await listEntries(ctx, asked, { limit: MOST });
  const events = entries.flatMap(({ at, action, details }): RightsEvent[] => {
    const [day, said] = [dayInZone(at, zone), JSON.parse(details)];
    if (action === 'member.change') return eventOf('changed', changed.safeParse(said).data, day);
    if (action.startsWith('member.join')) return eventOf('joined', joined.safeParse(said).data, day);
    return eventOf('ended', ended.safeParse(said).data, day);
  });
  return formerReaches({ role, teamScope }, events);
}

function eventOf<Kind extends string, Said>(kind: Kind, said: Said | undefined, day: string) {
  return said ? [{ kind, ...said, day }] : [];
}
