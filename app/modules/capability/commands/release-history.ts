import type { TenantContext } from '#db/tenancy';
import { listReleaseFacts } from '../data/releases';
import { type ReleaseCut, releasesInUse } from '../domain/suppression/release-cut';
import type { FrozenRelease, ReleasePerson } from '../domain/suppression/release-facts';
import { AI_USE, type AiUseTree, teamDimensions } from '../domain/suppression/tree-dimensions';
import type { TreeToCut } from './cut-in-steps';

/** Reads frozen facts of a release; the same one again without a query while it is remembered. */
export type FactsReader = (ctx: TenantContext, releaseId: string) => Promise<FrozenRelease>;

/** Releases whose facts are remembered: bounds the memory of a job that cuts many releases for many viewers. */
const MOST = 6;

/** A reader that remembers the facts read last. Facts are frozen: it may outlive a transaction, of one organization. */
export function rememberFacts(): FactsReader {
  const known = new Map<string, FrozenRelease>();
  return async (ctx, releaseId) => {
    const facts = known.get(releaseId) ?? (await listReleaseFacts(ctx, releaseId));
    known.delete(releaseId);
    known.set(releaseId, facts);
    const oldest = known.keys().next().value;
    if (known.size > MOST && oldest !== undefined) known.delete(oldest);
    return facts;
  };
}

interface ToCut {
  readonly facts: FrozenRelease;
  /** The viewer's last cut. */
  readonly previous: ReleaseCut | null;
  readonly aiUseTree: AiUseTree | null;
  readonly factsOf: FactsReader;
}

/** The trees of a release with the dimensions of each, and with the people of every release that still shows a figure. */
export async function listTrees(
  ctx: TenantContext,
  { facts, previous, aiUseTree, factsOf }: ToCut,
): Promise<TreeToCut[]> {
  const teams = new Map<string, readonly ReleasePerson[]>();
  const occupations = new Map<string, readonly ReleasePerson[]>();
  for (const releaseId of previous ? releasesInUse(previous) : []) {
    const past = await factsOf(ctx, releaseId);
    teams.set(releaseId, past.people);
    if (past.occupations) occupations.set(releaseId, past.occupations.people);
  }
  const byTeam = { facts, dimensions: teamDimensions(aiUseTree), history: teams };
  if (aiUseTree !== 'occupation' || !facts.occupations) return [byTeam];
  return [
    byTeam,
    { facts: facts.occupations, dimensions: [AI_USE], history: occupations, tree: 'occupation' },
  ];
}
