import type { TenantContext } from '#db/tenancy';
import { listFrameworkVersions } from '~/modules/frameworks/queries/list-framework-versions';
import { listAllCycles } from '../data/cycle-rows';
import type { VersionStamp } from './store-assessment-versions';

/** Framework versions of ratings that come in: those that their cycle fixed at its opening, else those that count now. */
export async function loadImportVersions(ctx: TenantContext): Promise<VersionStamp['frameworkVersionsOf']> {
  const versions = await listFrameworkVersions(ctx);
  const fixed = new Map((await listAllCycles(ctx)).map((cycle) => [cycle.cycleId, cycle.frameworkVersions]));
  return (soc, cycleId) => ({ ...versions.get(soc), ...(cycleId === null ? {} : fixed.get(cycleId)?.[soc]) });
}
