import { Form, Link } from '@remix-run/react';
import { Button } from '~/components/button';
import { DayText } from '~/components/date-text';
import { OUTCOME_WORDS } from '~/modules/assessments/domain/observations/observation';
import { DIMENSION_LABELS } from '~/modules/frameworks/domain/dimension';
import type { ObservationsState } from './observations-state';

/** Observations, the newest first; on a phone each is a block. */
export function ObservationTable({ rows, base }: Pick<ObservationsState, 'rows' | 'base'>) {
  return (
    <table className="table source-table" aria-label="Observations">
      <thead>
        <tr>
          <th scope="col">Person</th>
          <th scope="col">Day</th>
          <th scope="col">Drill or review</th>
          <th scope="col">Dimension</th>
          <th scope="col">Outcome</th>
          <th scope="col">Observer</th>
          <th scope="col">
            <span className="sr-only">Remove</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.observationId}>
            <th scope="row">
              <Link
                className="link"
                to={`${base}/people/${row.employeeId}/evidence?dimension=${row.dimension}`}
              >
                {row.name}
              </Link>
            </th>
            <td data-label="Day">
              <DayText day={row.observedOn} />
            </td>
            <td data-label="Drill or review">{row.event}</td>
            <td data-label="Dimension">{DIMENSION_LABELS[row.dimension]}</td>
            <td data-label="Outcome">
              {OUTCOME_WORDS[row.outcome]}
              {row.note ? <span className="small"> {row.note}</span> : null}
            </td>
            <td data-label="Observer">{row.observer?.name ?? 'Not named'}</td>
            <td>
              {row.isOwn ? null : (
                <Form method="post">
                  <Button type="submit" name="observation" value={row.observationId} variant="quiet">
                    Remove
                    <span className="sr-only">
                      {' '}
                      “{row.event}” of {row.name}
                    </span>
                  </Button>
                </Form>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
