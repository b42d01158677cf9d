import type { TenantContext } from '#db/tenancy';
import { listFrameworkHeads } from '../data/framework-heads';
import type { Instrument } from '../domain/dimension';
import { byPreference } from './prefer-framework';

export type FrameworkVersions = Readonly<Partial<Record<Instrument, string>>>;

/** The version that counts by O*NET-SOC code and instrument, of every occupation that has a framework. */
export async function listFrameworkVersions(
  ctx: TenantContext,
): Promise<ReadonlyMap<string, FrameworkVersions>> {
  const versions = new Map<string, FrameworkVersions>();
  for (const { soc, instrument, version } of (await listFrameworkHeads(ctx)).sort(byPreference)) {
    const known = versions.get(soc) ?? {};
    if (known[instrument] === undefined) versions.set(soc, { ...known, [instrument]: version });
  }
  return versions;
}
