import { Link } from '@remix-run/react';
import { LockIcon } from '~/components/lock-icon';
import { DIMENSION_LABELS } from '~/modules/frameworks/domain/dimension';
import type { GroupDifference } from '../domain/compare-groups';
import {
  type HeatmapCellView,
  type HeatmapRowView,
  isHiddenRow,
  rowKey,
  rowTitle,
} from '../domain/heatmap-view';
import { HIDDEN_WORDS } from './cell-label';
import { formatCount, formatLevel, formatPeople, formatShare, formatSigned } from './format-figure';
import { visibleCell } from './visible-cell';

interface Group {
  readonly row: HeatmapRowView;
  readonly parentId: string | null;
}

export interface GroupComparisonTableProps {
  readonly first: Group;
  readonly second: Group;
  readonly sharePeople: boolean;
  readonly differences: readonly GroupDifference[];
  /** Address of the heatmap, and what of its state the links to its cells keep. */
  readonly heatmap: string;
  readonly kept: string;
}

/** Each dimension of both groups with the difference; each figure leads to its "why" on the heatmap. */
export function GroupComparisonTable(props: GroupComparisonTableProps) {
  const { first, second, sharePeople, differences } = props;
  /** Of released figures nothing but the levels is compared. */
  const isWhole = differences.some(
    ({ meanGap, atTargetShare }) => meanGap !== null || atTargetShare !== null,
  );
  return (
    <section className="card" aria-label="Comparison">
      <div className="matrix-scroll">
        <table className="table compare-figures">
          <caption className="sr-only">
            Mean levels of both groups in each dimension, and how they differ.
          </caption>
          <thead>
            <tr>
              <th scope="col">Dimension</th>
              {[first, second].map(({ row }) => (
                <th key={rowKey(row)} scope="col">
                  {rowTitle(row)}
                  {row.released && isHiddenRow(row) ? null : (
                    <div className="small">{formatPeople(row.people)}</div>
                  )}
                </th>
              ))}
              <th scope="col">Difference of the levels</th>
              {isWhole ? <th scope="col">Of the gaps</th> : null}
              {isWhole ? <th scope="col">Of the shares at target</th> : null}
            </tr>
          </thead>
          <tbody>
            {differences.map((difference, at) => (
              <tr key={difference.dimension}>
                <th scope="row">{DIMENSION_LABELS[difference.dimension]}</th>
                <td>{figureOf(first, first.row.cells[at], props)}</td>
                <td>{figureOf(second, second.row.cells[at], props)}</td>
                <Differences difference={difference} isWhole={isWhole} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="footnote card-body">
        First minus second. A difference of levels is bold where at least ten people are assessed in each
        group and it is two standard errors or more.
        {sharePeople ? ' One of these teams is part of the other: its people count in both.' : null}
        {first.row.released || second.row.released
          ? ' Released figures leave out what would tell single people, and nothing but their levels is compared.'
          : null}
      </p>
    </section>
  );
}

function figureOf(
  group: Group,
  given: HeatmapCellView | undefined,
  { heatmap, kept }: GroupComparisonTableProps,
) {
  if (!given) return null;
  const cell = visibleCell(group.row, given);
  if (cell.suppressed)
    return (
      <span className="compare-locked">
        <LockIcon /> <span className="small">{HIDDEN_WORDS}</span>
      </span>
    );
  const { mean, assessed = 0, people = 0 } = cell;
  const search = new URLSearchParams(kept);
  if (group.parentId !== null) search.set('parent', group.parentId);
  search.set('cell', `${rowKey(group.row)}:${cell.dimension}`);
  return (
    <>
      <Link to={`${heatmap}?${search}`}>
        {mean === null || mean === undefined ? 'not assessed' : formatLevel(mean)}
        <span className="sr-only">
          , why: {DIMENSION_LABELS[cell.dimension]}, {rowTitle(group.row)}
        </span>
      </Link>{' '}
      <span className="small">
        {formatCount(assessed)} of {formatCount(people)} assessed
      </span>
    </>
  );
}

interface DifferencesProps {
  readonly difference: GroupDifference;
  /** Gaps and shares are compared too. */
  readonly isWhole: boolean;
}

function Differences({ difference, isWhole }: DifferencesProps) {
  const { suppressed, mean, meanGap, atTargetShare, isClear } = difference;
  const none = suppressed ? 'not shown' : '–';
  const level = mean === null ? none : formatSigned(mean);
  return (
    <>
      <td>{isClear ? <b>{level}</b> : level}</td>
      {isWhole ? <td>{meanGap === null ? none : formatSigned(meanGap)}</td> : null}
      {isWhole ? <td>{atTargetShare === null ? none : signedShare(atTargetShare)}</td> : null}
    </>
  );
}

/** A difference of shares in percentage points. */
function signedShare(share: number): string {
  if (share === 0) return '0 points';
  return `${share < 0 ? '\u2212' : '+'}${formatShare(Math.abs(share)).replace('\u00A0%', '')} points`;
}
