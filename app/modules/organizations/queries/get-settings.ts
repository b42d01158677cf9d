import type { TenantContext } from '#db/tenancy';
import { NotFound } from '~/shared/errors';
import { findSettings, type OrganizationSettings } from '../data/organization-settings';

/** The settings of the context's organization. Throws NotFound. */
export async function getSettings(ctx: TenantContext): Promise<OrganizationSettings> {
  const settings = await findSettings(ctx);
  if (!settings) throw new NotFound('The organization is not set up.');
  return settings;
}
