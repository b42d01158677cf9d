import type { TenantContext } from '#db/tenancy';
import { findBaseCut, listReleaseFacts, listReleasesUntil, type ReleaseRow } from '../data/releases';
import { coarsenCut } from '../domain/suppression/coarsen-cut';
import { cutRelease } from '../domain/suppression/cut-release';
import { type ReleaseCut, releasesInUse } from '../domain/suppression/release-cut';
import type { ReleaseFacts, ReleasePerson } from '../domain/suppression/release-facts';
import { TEAM_DIMENSIONS } from '../domain/suppression/team-dimensions';
import { cachedCut, rememberCut } from './release-cut-cache';

export interface ReleasedView {
  readonly release: ReleaseRow;
  readonly cut: ReleaseCut;
}

interface CutQuery {
  /** The last release on or before this day is read. */
  readonly day: string;
  /** People whom the viewer may see one by one: left out of every figure (method.md 9.4). */
  readonly individualAccess: ReadonlySet<string>;
  /** Today's setting; raising it applies to everything released before. */
  readonly suppressionK: number;
}

/** What a suppressed viewer reads, or null before the first release. */
export async function getReleaseCut(ctx: TenantContext, query: CutQuery): Promise<ReleasedView | null> {
  const releases = await listReleasesUntil(ctx, query.day);
  const release = releases.at(-1);
  if (!release) return null;
  const base = query.individualAccess.size === 0 ? await findBaseCut(ctx, release.releaseId) : undefined;
  const cut = base ?? (await foldCuts(ctx, releases, query.individualAccess));
  const k = Math.max(release.suppressionK, query.suppressionK);
  return { release, cut: k > cut.k ? coarsenCut(cut, k) : cut };
}

/** A viewer's cut of the last release: each release is cut against the one before, from the first on. */
async function foldCuts(
  ctx: TenantContext,
  releases: readonly ReleaseRow[],
  individualAccess: ReadonlySet<string>,
): Promise<ReleaseCut> {
  const facts = new Map<string, ReleaseFacts>();
  const factsOf = async (releaseId: string): Promise<ReleaseFacts> => {
    const known = facts.get(releaseId) ?? (await listReleaseFacts(ctx, releaseId));
    facts.set(releaseId, known);
    return known;
  };
  let previous: ReleaseCut | null = null;
  for (const { releaseId, asOf, suppressionK } of releases) {
    const key = { organizationId: ctx.organizationId, releaseId, individualAccess };
    const cached = cachedCut(key);
    if (cached) {
      previous = cached;
      continue;
    }
    const history = new Map<string, readonly ReleasePerson[]>();
    for (const used of previous ? releasesInUse(previous) : [])
      history.set(used, (await factsOf(used)).people);
    const cut: ReleaseCut = cutRelease({
      release: { id: releaseId, day: asOf },
      facts: await factsOf(releaseId),
      dimensions: TEAM_DIMENSIONS,
      k: suppressionK,
      individualAccess,
      previous,
      history,
    });
    rememberCut(key, cut);
    previous = cut;
  }
  if (!previous) throw new Error('a fold over no release');
  return previous;
}
