import { Link } from '@remix-run/react';
import { wordDifference } from '~/modules/frameworks/domain/versions/word-difference';
import { MarkedWords } from '~/modules/frameworks/ui/marked-words';
import type { ReleaseChange } from '~/modules/occupations/domain/onet/release-changes';
import type { ReleaseComparison } from './release-changes-view';

interface ReleaseChangesTableProps {
  readonly comparison: ReleaseComparison;
  readonly base: string;
}

/** What differs, by occupation, as it was and as it is. */
export function ReleaseChangesTable({ comparison, base }: ReleaseChangesTableProps) {
  const { changes, state, titles } = comparison;
  const { from, to } = state;
  return (
    <table className="table comparison">
      <thead>
        <tr>
          <th scope="col">Occupation</th>
          <th scope="col">{from}</th>
          <th scope="col">{to}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={`${change.soc} ${change.before} ${change.after}`}>
            <th scope="row">
              <Link className="link" to={`${base}/occupations/${change.soc}`}>
                {titles[change.soc] ?? change.soc}
              </Link>
              <span className="small">{change.soc}</span>
            </th>
            <td data-label={from}>
              <Side change={change} side="before" />
            </td>
            <td data-label={to}>
              <Side change={change} side="after" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Side({ change, side }: { readonly change: ReleaseChange; readonly side: 'before' | 'after' }) {
  const { before, after } = change;
  if (before !== null && after !== null) {
    const other = side === 'before' ? 'added' : 'removed';
    return <MarkedWords runs={wordDifference(before, after).filter(({ kind }) => kind !== other)} />;
  }
  if (before === null && after === null) return <span className="small">another description</span>;
  const text = side === 'before' ? before : after;
  if (text === null) return <span className="small">not there</span>;
  return side === 'before' ? <del>{text}</del> : <ins>{text}</ins>;
}
