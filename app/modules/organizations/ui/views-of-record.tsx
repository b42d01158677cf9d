import { Link } from '@remix-run/react';
import { Card } from '~/components/card';
import { MomentText } from '~/components/date-text';
import { EmptyState } from '~/components/empty-state';

export interface ViewOfRecord {
  readonly sequence: number;
  /** ISO 8601. */
  readonly at: string;
  readonly who: string;
  /** By what right, such as "HR partner". */
  readonly right: string;
  /** Where it was shown, such as "in a list of people of Night Shift". */
  readonly where: string;
}

interface ViewsOfRecordProps {
  readonly views: readonly ViewOfRecord[];
  readonly zone: string;
  /** Address of earlier views; null at the end. */
  readonly earlierTo: string | null;
}

/** Tells people who else saw their individual ratings, newest first. */
export function ViewsOfRecord({ views, zone, earlierTo }: ViewsOfRecordProps) {
  return (
    <div className="views-of-record" id="views">
      <Card title="Who saw your record" padded={false}>
        {views.length === 0 ? (
          <EmptyState title="Nobody else so far">
            Whoever opens your profile or a list with your ratings, or takes a copy of everybody's, is named
            here, from then on.
          </EmptyState>
        ) : (
          <table className="table audit">
            <caption className="sr-only">Who saw your individual ratings, newest first</caption>
            <thead>
              <tr>
                <th scope="col">When</th>
                <th scope="col">Who</th>
                <th scope="col">As</th>
                <th scope="col">Where</th>
              </tr>
            </thead>
            <tbody>
              {views.map(({ sequence, at, who, right, where }) => (
                <tr key={sequence}>
                  <th scope="row">
                    <MomentText moment={at} zone={zone} />
                  </th>
                  <td data-label="Who">{who}</td>
                  <td data-label="As">{right}</td>
                  <td data-label="Where">{where}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Card>
      {earlierTo ? (
        <p className="pager">
          <Link className="button" to={earlierTo} preventScrollReset>
            Earlier views
          </Link>
        </p>
      ) : null}
    </div>
  );
}
