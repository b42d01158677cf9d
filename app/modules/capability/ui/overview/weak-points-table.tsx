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
    <div className="table-scroll">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Team</th>
            <th scope="col">Capability</th>
            <th scope="col" className="num">
              Holders
            </th>
            <th scope="col">Requirement</th>
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={`${point.teamId} ${point.dimension} ${point.requirementId ?? 'implied'} ${point.level}`}>
              <th scope="row">
                <Link to={`${base}/heatmap?parent=${point.teamId}`}>{point.team}</Link>
              </th>
              <td data-label="Capability">
                {DIMENSION_LABELS[point.dimension]}, level {point.level}
              </td>
              <td data-label="Holders" className="num">
                {point.holders} of {point.minimum}
              </td>
              <td data-label="Requirement">
                <StateMark state={point.state} />{' '}
                {point.requirementId ? (
                  <Link to={`${base}/requirements/${point.requirementId}`}>written</Link>
                ) : (
                  'implied by critical targets'
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
