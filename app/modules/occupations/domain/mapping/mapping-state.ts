import type { TitleCluster } from './cluster-titles';

/** Why a cluster of titles is to be looked at; `mapped` when nothing asks for it. */
export const MAPPING_STATES = ['unmapped', 'low_confidence', 'release', 'mapped'] as const;
export type MappingState = (typeof MAPPING_STATES)[number];

/** What the inbox lists: everything to be looked at, one reason for it, what is mapped, or all. */
export const INBOX_FILTERS = ['review', ...MAPPING_STATES, 'all'] as const;
export type InboxFilter = (typeof INBOX_FILTERS)[number];

/** A best score below this is no more than a guess, and a person looks at it. */
export const LOW_CONFIDENCE = 0.4;

/** What a newer release did to an occupation that people hold. */
export interface ReleaseFault {
  readonly soc: string;
  /** What it was called when people were mapped to it; null where that is not known. */
  readonly was: string | null;
  /** What the release calls it now; null: the release does not have it any more. */
  readonly now: string | null;
}

/** What is known beside the titles themselves. */
export interface MappingFacts {
  /** What the catalogue calls each occupation that it has. */
  readonly known: ReadonlyMap<string, string>;
  /** What each occupation was called when people of the cluster were mapped to it, by code. */
  readonly noted: ReadonlyMap<string, string>;
  /** Scores of the candidates of its title, by code, best first; undefined while it was not matched yet. */
  readonly scores: ReadonlyMap<string, number> | undefined;
  /** Whether a person decided about this title. */
  readonly decided: boolean;
  /** Whether a release is there that says which occupations there are. */
  readonly hasRelease: boolean;
}

export interface JudgedCluster {
  /** All that hold; never empty. The first is the most pressing. */
  readonly states: readonly MappingState[];
  readonly faults: readonly ReleaseFault[];
  /** Occupations whose holders are to be looked at again: touched by the release, or hardly like the title. */
  readonly doubted: readonly string[];
}

/** Why a cluster comes back for review (method 10). */
export function judgeCluster({ held, unmapped }: TitleCluster, facts: MappingFacts): JudgedCluster {
  const faults = facts.hasRelease ? held.flatMap(({ soc }) => faultOf(soc, facts)) : [];
  const unlike = held.filter(({ soc }) => isUnlike(soc, facts)).map(({ soc }) => soc);
  const best = facts.scores && Math.max(0, ...facts.scores.values());
  const guessed = unmapped > 0 && !facts.decided && best !== undefined && best < LOW_CONFIDENCE;
  const states: MappingState[] = [
    ...(faults.length > 0 ? (['release'] as const) : []),
    ...(unmapped > 0 ? (['unmapped'] as const) : []),
    ...(guessed || unlike.length > 0 ? (['low_confidence'] as const) : []),
  ];
  return {
    states: states.length > 0 ? states : ['mapped'],
    faults,
    doubted: [...new Set([...faults.map(({ soc }) => soc), ...unlike])],
  };
}

function faultOf(soc: string, { known, noted }: MappingFacts): ReleaseFault[] {
  const [now, was] = [known.get(soc) ?? null, noted.get(soc) ?? null];
  return now === null || (was !== null && was !== now) ? [{ soc, was, now }] : [];
}

/** Held without anybody's word on the title, and the title does not speak for it. */
function isUnlike(soc: string, { scores, decided }: MappingFacts): boolean {
  return !decided && scores !== undefined && (scores.get(soc) ?? 0) < LOW_CONFIDENCE;
}
