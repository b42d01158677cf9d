import type { TenantContext } from '#db/tenancy';
import { listReleaseFacts } from '../data/releases';
import { type ReleaseCut, releasesInUse } from '../domain/suppression/release-cut';
import type { ReleaseFacts, ReleasePerson } from '../domain/suppression/release-facts';

/** Reads frozen facts of a release; the same one again without a query while it is remembered. */
export type FactsReader = (ctx: TenantContext, releaseId: string) => Promise<ReleaseFacts>;

/** Releases whose facts are remembered: bounds the memory of a job that cuts many releases for many viewers. */
const MOST = 6;

/** A reader that remembers the facts read last. Facts are frozen: it may outlive a transaction, of one organization. */
export function rememberFacts(): FactsReader {
  const known = new Map<string, ReleaseFacts>();
  return async (ctx, releaseId) => {
    const facts = known.get(releaseId) ?? (await listReleaseFacts(ctx, releaseId));
    known.delete(releaseId);
    known.set(releaseId, facts);
    const oldest = known.keys().next().value;
    if (known.size > MOST && oldest !== undefined) known.delete(oldest);
    return facts;
  };
}

/** The people of every release that a cut still shows figures of (cutRelease: history). */
export async function listHistory(
  ctx: TenantContext,
  cut: ReleaseCut | null,
  factsOf: FactsReader,
): Promise<Map<string, readonly ReleasePerson[]>> {
  const history = new Map<string, readonly ReleasePerson[]>();
  for (const releaseId of cut ? releasesInUse(cut) : [])
    history.set(releaseId, (await factsOf(ctx, releaseId)).people);
  return history;
}
