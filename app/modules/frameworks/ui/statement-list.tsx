import type { StatementResource } from '../queries/framework-schemas';
import { CitationChip } from './citation-chip';

/** The statements of one level in their order, each with the short names of its sources. */
export function StatementList({ statements }: { readonly statements: readonly StatementResource[] }) {
  return (
    <ol className="rung-list">
      {statements.map((statement) => (
        <li key={statement.id} className="statement">
          {statement.label ? <b>{statement.label} </b> : null}
          {statement.behaviour}
          <Marks statement={statement} />
        </li>
      ))}
    </ol>
  );
}

function Marks({ statement: { split, citations } }: { readonly statement: StatementResource }) {
  if (split !== 'unconfirmed' && citations.length === 0) return null;
  return (
    <div className="rung-marks">
      {split === 'unconfirmed' ? <span className="split-mark">split not confirmed</span> : null}
      {citations.map((citation) => (
        <CitationChip key={`${citation.source} ${citation.title}`} citation={citation} />
      ))}
    </div>
  );
}
