import type { TargetWeight } from './target-row';

/** One dimension of a post's own profile, as far as readiness bands ask about it. */
export interface AskedDimension {
  readonly dimension: string;
  readonly weight: TargetWeight;
  readonly reason: string | null;
}

/** What keeps a post from having readiness bands. */
export type MissingForBands =
  | { readonly kind: 'no requirement written' }
  /** Dimensions that do not count until somebody says why they are job-related; none is left when all is true. */
  | { readonly kind: 'without reason'; readonly dimensions: readonly string[]; readonly all: boolean };

/**
 * What is missing before people can be placed in readiness bands for a post: its own written profile, and for each
 * dimension why it is job-related. Dimensions of weight 0 do not count anyway. Null: nothing. Source: method.md 7.
 */
export function missingForBands(profile: readonly AskedDimension[]): MissingForBands | null {
  const asked = profile.filter(({ weight }) => weight > 0);
  if (asked.length === 0) return { kind: 'no requirement written' };
  const without = asked.filter(({ reason }) => reason === null).map(({ dimension }) => dimension);
  if (without.length === 0) return null;
  return { kind: 'without reason', dimensions: without, all: without.length === asked.length };
}
