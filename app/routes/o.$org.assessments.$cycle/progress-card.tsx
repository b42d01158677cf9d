import { Link } from '@remix-run/react';
import { Card } from '~/components/card';
import { EmptyState } from '~/components/empty-state';
import { ASKED_KIND_WORDS } from '~/modules/assessments/domain/cycle';
import type { ProgressRow } from '~/modules/assessments/domain/cycle-progress';
import { ProgressText } from '~/modules/assessments/ui/progress-text';
import type { CycleState } from './cycle-state';

/** How many ratings are submitted of those asked for, by team and kind of rater. */
export function ProgressCard({ cycle, progress, at, base }: CycleState) {
  const here = `${base}/assessments/${cycle.cycleId}`;
  const kinds = cycle.raterKinds;
  const cells = (row: ProgressRow) =>
    kinds.map((kind) => (
      <td key={kind} data-label={ASKED_KIND_WORDS[kind]}>
        <ProgressText {...row.kinds[kind]} />
      </td>
    ));
  const up = at?.parentId ? `${here}?team=${at.parentId}` : here;
  return (
    <Card
      title={at ? `Progress of ${at.path}` : 'Progress'}
      padded={false}
      aside={
        at ? (
          <Link className="link" to={up} preventScrollReset>
            One team up
          </Link>
        ) : undefined
      }
    >
      {progress.rows.length === 0 ? (
        <EmptyState title="Nobody is asked to rate here">
          Ratings that are asked for stand here by team, with how many are in.
        </EmptyState>
      ) : (
        <table className="table cycles">
          <caption className="sr-only">Ratings submitted of those asked for, by team</caption>
          <thead>
            <tr>
              <th scope="col">Team</th>
              {kinds.map((kind) => (
                <th scope="col" key={kind}>
                  {ASKED_KIND_WORDS[kind]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {progress.rows.map((row) => (
              <tr key={`${row.teamId} ${row.direct}`}>
                <th scope="row">
                  {row.hasTeams ? (
                    <Link className="link" to={`${here}?team=${row.teamId}`} preventScrollReset>
                      {row.name}
                    </Link>
                  ) : row.direct ? (
                    `Directly in ${row.name}`
                  ) : (
                    row.name
                  )}
                </th>
                {cells(row)}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">All</th>
              {cells(progress.sum)}
            </tr>
          </tfoot>
        </table>
      )}
    </Card>
  );
}
