import type { TenantContext } from '#db/tenancy';
import { listStandardHeads } from '../data/standard-lookups';
import type { SourceResource } from '../domain/api-schemas';
import { type StandardResource, standardSchema } from '../domain/standard-schemas';
import { listSources } from './list-sources';
import { getStandard, type StandardQuestion } from './standard-page';

export interface DescribedStandard {
  readonly standard: StandardResource;
  readonly sources: readonly SourceResource[];
}

/** A standard as its page and the API show it, with its source. Throws NotFound. */
export async function describeStandard(
  ctx: TenantContext,
  question: StandardQuestion,
): Promise<DescribedStandard> {
  const { sourceId, ...standard } = await getStandard(ctx, question);
  const heads = await listStandardHeads(ctx);
  const versions = heads.filter(({ urn }) => urn === standard.urn).map(({ version }) => version);
  return {
    standard: standardSchema.parse({ ...standard, versions }),
    sources: await listSources(ctx, [sourceId]),
  };
}
