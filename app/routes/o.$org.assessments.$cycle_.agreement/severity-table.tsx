import type { Severity } from '~/modules/assessments/domain/severity';

interface SeverityTableProps {
  readonly rows: readonly (Omit<Severity, 'rater'> & { readonly key: string; readonly name: string })[];
}

/** With its sign, to one decimal; what rounds to zero has none. */
const signed = (value: number) => {
  const shown = Math.abs(value).toFixed(1);
  return shown === '0.0' ? shown : `${value < 0 ? '−' : '+'}${shown}`;
};

/** How far each rater lies from the others; below zero is more severe. It changes no rating. */
export function SeverityTable({ rows }: SeverityTableProps) {
  return (
    <>
      <table className="table profile">
        <caption className="sr-only">Severity of raters</caption>
        <thead>
          <tr>
            <th scope="col">Rater</th>
            <th scope="col">Ratings (n)</th>
            <th scope="col">People</th>
            <th scope="col">Mean difference, levels</th>
            <th scope="col">95 % interval</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, n, people, difference, low, high }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td data-label="Ratings (n)">{n.toLocaleString('en')}</td>
              <td data-label="People">{people.toLocaleString('en')}</td>
              <td data-label="Mean difference, levels">{signed(difference)}</td>
              <td data-label="95 % interval">
                {low === null || high === null ? 'unknown' : `${signed(low)} to ${signed(high)}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="card-body small">
        Level less the mean level of the other raters of the same person and dimension. Below zero is more
        severe, above zero more lenient; an interval across zero tells neither. It changes no rating.
      </p>
    </>
  );
}
