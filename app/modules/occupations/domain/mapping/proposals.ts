import type { TitleCluster } from './cluster-titles';
import type { JudgedCluster } from './mapping-state';
import type { OccupationShare } from './occupation-shares';

interface Proposed extends TitleCluster, JudgedCluster {
  readonly decision: { readonly occupations: readonly OccupationShare[] } | null;
  readonly best: { readonly soc: string; readonly score: number } | null | undefined;
}

/** What is proposed first for a title: what was decided before while all of it exists, else the best candidate. */
export function firstProposal(
  cluster: Pick<Proposed, 'decision' | 'best'>,
  live: ReadonlyMap<string, string>,
): readonly OccupationShare[] | null {
  const remembered = rememberedOf(cluster, live);
  if (remembered) return remembered;
  return cluster.best ? [{ soc: cluster.best.soc, share: 100, roleBand: null }] : null;
}

/** The occupations decided before; null when there are none, or one of them is no more. */
export function rememberedOf(
  { decision }: Pick<Proposed, 'decision'>,
  live: ReadonlyMap<string, string>,
): readonly OccupationShare[] | null {
  return decision?.occupations.every(({ soc }) => live.has(soc)) ? decision.occupations : null;
}

/** How many people of the cluster wait: without a confirmed occupation, or with one that is doubted. */
export function waitingPeople({ people, unmapped, held, doubted }: TitleCluster & JudgedCluster): number {
  const doubtful = held.filter(({ soc }) => doubted.includes(soc)).map((one) => one.people);
  return Math.min(
    people,
    doubtful.reduce((sum, count) => sum + count, unmapped),
  );
}

export interface Above<Cluster> {
  readonly cluster: Cluster;
  readonly occupations: readonly OccupationShare[];
}

/** The clusters with unmapped people whose remembered decision, or best score of at least `threshold`, is taken. */
export function proposalsAbove<Cluster extends Proposed>(
  clusters: readonly Cluster[],
  { threshold, live }: { readonly threshold: number; readonly live: ReadonlyMap<string, string> },
): Above<Cluster>[] {
  return clusters.flatMap((cluster) => {
    if (cluster.unmapped === 0 || cluster.faults.length > 0) return [];
    const sure = rememberedOf(cluster, live) !== null || (cluster.best?.score ?? 0) >= threshold;
    const occupations = sure ? firstProposal(cluster, live) : null;
    return occupations ? [{ cluster, occupations }] : [];
  });
}
