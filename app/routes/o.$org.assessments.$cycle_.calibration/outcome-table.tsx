import type { CalibrationState } from './calibration-state';

type OutcomeTableProps = Pick<
  NonNullable<CalibrationState['current']>,
  'asRated' | 'outcomes' | 'target' | 'isDefaultTarget' | 'label'
>;

/** What follows from the ratings as they are, and from each level in question. */
export function OutcomeTable({ asRated, outcomes, target, isDefaultTarget, label }: OutcomeTableProps) {
  const rows = [
    { key: 'rated', head: 'As rated', words: asRated.words },
    ...outcomes.map(({ value, words }) => ({ key: String(value), head: `Settled at ${value}`, words })),
  ];
  const targetWords =
    target === null ? 'No target' : `Target ${target}${isDefaultTarget ? ', default target' : ''}`;
  return (
    <div>
      <table className="table profile">
        <caption className="sr-only">What each value of {label} would change</caption>
        <thead>
          <tr>
            <th scope="col">Value</th>
            <th scope="col">Level</th>
            <th scope="col">{targetWords}</th>
            <th scope="col">Requirements</th>
            <th scope="col">Readiness by gap</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, head, words }) => (
            <tr key={key}>
              <th scope="row">{head}</th>
              <td data-label="Level">{words.level}</td>
              <td data-label="Target">{words.target}</td>
              <td data-label="Requirements">
                {words.cover.length > 0
                  ? words.cover.map((one) => <div key={one}>{one}</div>)
                  : 'none on this group'}
              </td>
              <td data-label="Readiness by gap">{words.band}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
