import { Link } from '@remix-run/react';
import type { Agreement } from '~/modules/assessments/domain/agreement';
import { shownShare } from './shown-share';

interface AgreementTableProps {
  readonly label: string;
  /** Of the first column. */
  readonly head: string;
  readonly rows: readonly (Agreement & {
    readonly key: string;
    readonly name: string;
    /** Where the row is told further; left out: nowhere. */
    readonly to?: string;
  })[];
}

/** How far raters agree, a row each; what too few pairs do not tell is said as unknown. */
export function AgreementTable({ label, head, rows }: AgreementTableProps) {
  return (
    <table className="table profile">
      <caption className="sr-only">{label}</caption>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col">Pairs (n)</th>
          <th scope="col">Exact</th>
          <th scope="col">Within one</th>
          <th scope="col">Weighted kappa</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, to, n, exact, withinOne, exactShare, withinOneShare, kappa }) => (
          <tr key={key}>
            <th scope="row">{to === undefined ? name : <Link to={to}>{name}</Link>}</th>
            <td data-label="Pairs (n)">{n.toLocaleString('en')}</td>
            <td data-label="Exact">{shownShare(exactShare, { part: exact, of: n })}</td>
            <td data-label="Within one">{shownShare(withinOneShare, { part: withinOne, of: n })}</td>
            <td data-label="Weighted kappa">
              {kappa !== null
                ? kappa.toFixed(2)
                : exactShare === null
                  ? 'unknown'
                  : 'not defined: one level alone'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
