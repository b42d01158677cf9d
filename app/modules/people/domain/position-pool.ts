/** What a filter of a post's pool is about. */
export const POOL_FILTER_KINDS = ['band', 'occupation', 'team', 'site'] as const;
export type PoolFilterKind = (typeof POOL_FILTER_KINDS)[number];

/** Why somebody outside the filters is in a post's pool (method.md 7). */
export const CANDIDATE_MOVES = ['sideways', 'down'] as const;
export type CandidateMove = (typeof CANDIDATE_MOVES)[number];

/** The filters of a pool. */
export interface PoolFilters {
  readonly bands: readonly number[];
  readonly occupations: readonly string[];
  readonly teamIds: readonly string[];
  readonly siteIds: readonly string[];
}
