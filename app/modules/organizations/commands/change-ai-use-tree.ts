import type { TenantContext } from '#db/tenancy';
import { type OrganizationSettings, updateAiUseTree } from '../data/organization-settings';
import { getSettings } from '../queries/get-settings';
import { recordAudit } from './record-audit';

/** Stores the tree that AI use is to be released in; the caller has checked that no release holds one. False: it is so already. */
export async function changeAiUseTree(
  ctx: TenantContext,
  after: OrganizationSettings['aiUseTree'],
): Promise<boolean> {
  const { aiUseTree: before } = await getSettings(ctx);
  if (before === after) return false;
  await updateAiUseTree(ctx, after);
  const subject = { kind: 'organization', id: ctx.organizationId } as const;
  recordAudit(ctx, {
    action: 'settings.change',
    subject,
    details: { changes: [{ field: 'aiUseTree', before, after }] },
  });
  return true;
}
