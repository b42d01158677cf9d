import type { MissingForBands } from '../domain/missing-for-bands';

/** What is missing for readiness bands, in words. */
export function missingWords(missing: MissingForBands): string {
  if (missing.kind === 'no requirement written') return 'no requirement written';
  const { dimensions, all } = missing;
  if (all) return 'no dimension has a reason yet';
  return dimensions.length === 1
    ? '1 dimension without a reason'
    : `${dimensions.length} dimensions without a reason`;
}
