import { formatCount } from './format-figure';

export interface LevelDistributionProps {
  /** People at level 0 to 4. */
  readonly counts: readonly number[];
  /** Words of the levels 0 to 4. */
  readonly labels: readonly string[];
}

/** How many people are at each level, highest first: word, bar, count. Bars are drawn so that they print. */
export function LevelDistribution({ counts, labels }: LevelDistributionProps) {
  const most = Math.max(1, ...counts);
  const ranks = counts.map((count, rank) => ({ count, rank })).reverse();
  return (
    <table className="distribution">
      <caption className="sr-only">People at each level</caption>
      <tbody>
        {ranks.map(({ count, rank }) => (
          <tr key={rank}>
            <th scope="row">
              {rank} {labels[rank]}
            </th>
            <td>
              <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
                <rect data-level={rank} width={(100 * count) / most} height="12" />
              </svg>
            </td>
            <td>{formatCount(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
