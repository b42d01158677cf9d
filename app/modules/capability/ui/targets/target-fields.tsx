import {
  DIMENSION_LABELS,
  DIMENSIONS,
  type Dimension,
  instrumentOf,
} from '~/modules/frameworks/domain/dimension';
import { LEVEL_LABELS, LEVELS } from '~/modules/frameworks/domain/level';
import type { AskedTargets } from '../../domain/targets/target-profile-view';

/** One row of fields for each dimension: level or not asked, weight, critical. */
export function TargetFields({ asked }: { readonly asked: AskedTargets }) {
  return (
    <table className="table target-fields" aria-label="Targets by dimension">
      <thead>
        <tr>
          <th scope="col">Dimension</th>
          <th scope="col">Level</th>
          <th scope="col">Weight</th>
          <th scope="col">Critical</th>
        </tr>
      </thead>
      <tbody>
        {DIMENSIONS.map((dimension) => (
          <DimensionRow key={dimension} dimension={dimension} facts={asked[dimension]} />
        ))}
      </tbody>
    </table>
  );
}

interface DimensionRowProps {
  readonly dimension: Dimension;
  readonly facts: AskedTargets[Dimension];
}

function DimensionRow({ dimension, facts }: DimensionRowProps) {
  const label = DIMENSION_LABELS[dimension];
  const words = LEVEL_LABELS[instrumentOf(dimension)];
  return (
    <tr>
      <th scope="row">{label}</th>
      <td data-label="Level">
        <select
          className="input"
          name={`level_${dimension}`}
          aria-label={`${label}: level`}
          defaultValue={facts ? String(facts.level) : ''}
        >
          <option value="">not asked</option>
          {LEVELS.map((level) => (
            <option key={level} value={level}>
              {level} {words[level]}
            </option>
          ))}
        </select>
      </td>
      <td data-label="Weight">
        <select
          className="input"
          name={`weight_${dimension}`}
          aria-label={`${label}: weight`}
          defaultValue={String(facts?.weight ?? 1)}
        >
          <option value="1">1</option>
          <option value="2">2</option>
          <option value="3">3</option>
          <option value="0">0 does not count</option>
        </select>
      </td>
      <td data-label="Critical">
        <label className="check">
          <input
            type="checkbox"
            name={`critical_${dimension}`}
            value="yes"
            aria-label={`${label}: critical`}
            defaultChecked={facts?.critical ?? false}
          />
          critical
        </label>
      </td>
    </tr>
  );
}
