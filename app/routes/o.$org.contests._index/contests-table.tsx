import { Link } from '@remix-run/react';
import { MomentText } from '~/components/date-text';
import { type ContestRemedy, type ContestState, contestInWords } from '~/modules/assessments/domain/contest';
import { DIMENSION_LABELS, type Dimension } from '~/modules/frameworks/domain/dimension';

interface ContestRow {
  readonly contestId: string;
  readonly name: string;
  readonly dimension: Dimension;
  readonly state: ContestState;
  readonly remedy: ContestRemedy | null;
  readonly openedAt: string;
  readonly endedAt: string | null;
  readonly answerer: string | null;
}

interface ContestsTableProps {
  readonly label: string;
  readonly contests: readonly ContestRow[];
  readonly timeZone: string;
  readonly base: string;
}

/** Contests by person; each leads to what is said. */
export function ContestsTable({ label, contests, timeZone, base }: ContestsTableProps) {
  return (
    <table className="table profile">
      <caption className="sr-only">{label}</caption>
      <thead>
        <tr>
          <th scope="col">Person</th>
          <th scope="col">Dimension</th>
          <th scope="col">Contested</th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        {contests.map((contest) => (
          <tr key={contest.contestId}>
            <th scope="row">
              <Link className="link" to={`${base}/contests/${contest.contestId}`}>
                {contest.name}
              </Link>
            </th>
            <td data-label="Dimension">{DIMENSION_LABELS[contest.dimension]}</td>
            <td data-label="Contested">
              <MomentText moment={contest.openedAt} zone={timeZone} />
            </td>
            <td data-label="State">
              {contestInWords(contest)}
              {contest.answerer && contest.endedAt ? (
                <span className="small">
                  {contest.answerer}, <MomentText moment={contest.endedAt} zone={timeZone} />
                </span>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
