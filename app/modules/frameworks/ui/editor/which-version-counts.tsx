import type { VersionStanding } from '../../queries/get-version-standing';

interface WhichVersionCountsProps {
  /** Version of the draft. */
  readonly version: string;
  readonly standing: VersionStanding;
}

/** The rule by which one version counts, and what it says about this draft. */
export function WhichVersionCounts({ version, standing: { counting, wouldCount } }: WhichVersionCountsProps) {
  const now = counting
    ? `Now ${counting.version} counts (${counting.own ? 'your own' : 'shared catalogue'}).`
    : 'Now no version counts, because there is none.';
  return (
    <p className="small">
      <b>Which version counts.</b> For assessments and wherever no version is named, your own framework counts
      before shared ones, and among your own the newest by the numbers in its version. {now}{' '}
      {wouldCount
        ? `Once published, ${version} counts.`
        : `${version} would not count: ${counting?.version ?? ''} comes first.`}{' '}
      Ratings keep the version that they were made under.
    </p>
  );
}
