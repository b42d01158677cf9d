import type { TitleCluster } from './cluster-titles';
import type { JudgedCluster } from './mapping-state';
import type { OccupationShare } from './occupation-shares';

interface Proposed extends TitleCluster, JudgedCluster {
  readonly decision: { readonly occupations: readonly OccupationShare[] } | null;
  readonly best: { readonly soc: string; readonly score: number } | null | undefined;
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

/** What a score decides, and what it leaves to a person. */
export interface ProposalsAbove<Cluster> {
  /** With unmapped people: the remembered decision, else the best candidate with a score of at least the threshold. */
  readonly taken: readonly Above<Cluster>[];
  /** As sure by their score, but most colleagues of the same title hold another occupation. */
  readonly contradicted: readonly Cluster[];
}

/** The clusters with unmapped people that a score of at least `threshold`, 0 to 1, decides. */
export function proposalsAbove<Cluster extends Proposed>(
  clusters: readonly Cluster[],
  { threshold, live }: { readonly threshold: number; readonly live: ReadonlyMap<string, string> },
): ProposalsAbove<Cluster> {
  const taken: Above<Cluster>[] = [];
  const contradicted: Cluster[] = [];
  for (const cluster of clusters) {
    if (cluster.unmapped === 0 || cluster.faults.length > 0) continue;
    const remembered = rememberedOf(cluster, live);
    const { best, held } = cluster;
    if (remembered) taken.push({ cluster, occupations: remembered });
    else if (!best || best.score < threshold) continue;
    else if (held[0] && held[0].soc !== best.soc) contradicted.push(cluster);
    else taken.push({ cluster, occupations: [{ soc: best.soc, share: 100, roleBand: null }] });
  }
  return { taken, contradicted };
}
