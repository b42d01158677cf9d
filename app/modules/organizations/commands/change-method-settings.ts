import type { TenantContext } from '#db/tenancy';
import { type MethodSettings, updateMethodSettings } from '../data/organization-settings';
import { getSettings } from '../queries/get-settings';
import { recordAudit } from './record-audit';

/** Stores checked constants and instruments of the context's organization, those that are given. */
export async function changeMethodSettings(
  ctx: TenantContext,
  change: Partial<MethodSettings>,
): Promise<void> {
  const { constants, instruments } = await getSettings(ctx);
  const before: MethodSettings = { constants, instruments };
  const after: MethodSettings = { ...before, ...change };
  const changes = (['constants', 'instruments'] as const).flatMap((field) => {
    const [was, is] = [JSON.stringify(before[field]), JSON.stringify(after[field])];
    return was === is ? [] : [{ field, before: was, after: is }];
  });
  if (changes.length === 0) return;
  await updateMethodSettings(ctx, after);
  const subject = { kind: 'organization', id: ctx.organizationId } as const;
  recordAudit(ctx, { action: 'settings.change', subject, details: { changes } });
}
