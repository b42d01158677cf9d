import { Link } from '@remix-run/react';
import { DIMENSION_LABELS } from '~/modules/frameworks/domain/dimension';
import type { WeakPoint } from '../../domain/overview/weak-points';
import { StateMark } from '../requirements/state-mark';

interface WeakPointsTableProps {
  readonly points: readonly WeakPoint[];
  /** Address of the organization. */
  readonly base: string;
}

/** The requirements that are not met, the most urgent first. */
export function WeakPointsTable({ points, base }: WeakPointsTableProps) {
  return (
    <table className="table profile">
      <caption className="sr-only">Requirements that are not met</caption>
      <thead>
        <tr>
          <th scope="col">Team</th>
          <th scope="col">Capability</th>
          <th scope="col">Holders</th>
          <th scope="col">Requirement</th>
        </tr>
      </thead>
      <tbody>
        {points.map((point) => (
          <tr key={`${point.teamId} ${point.dimension} ${point.requirementId ?? 'implied'} ${point.level}`}>
            <th scope="row">
              <Link className="link" to={`${base}/heatmap?parent=${point.teamId}`}>
                {point.team}
              </Link>
            </th>
            <td data-label="Capability">
              {DIMENSION_LABELS[point.dimension]}, level {point.level}
            </td>
            <td data-label="Holders">
              {point.holders} of {point.minimum}
            </td>
            <td data-label="Requirement">
              <StateMark state={point.state} />{' '}
              {point.requirementId ? (
                <Link className="link" to={`${base}/requirements/${point.requirementId}`}>
                  written
                </Link>
              ) : (
                'implied by critical targets'
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
