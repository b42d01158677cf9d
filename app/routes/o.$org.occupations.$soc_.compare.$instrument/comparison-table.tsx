import { DIMENSION_LABELS, isDimension } from '~/modules/frameworks/domain/dimension';
import { wordDifference } from '~/modules/frameworks/domain/versions/word-difference';
import type { Compared } from '~/modules/frameworks/queries/compare-frameworks';
import { MarkedWords } from '~/modules/frameworks/ui/marked-words';
import type { ComparisonRow } from './comparison-rows';
import type { Comparison } from './comparison-view';
import { RewordingAnswer } from './rewording-answer';

interface ComparisonTableProps {
  readonly comparison: Comparison;
  readonly mayConfirm: boolean;
}

const KINDS = {
  reworded: 'Reworded',
  moved: 'Moved',
  added: 'Added',
  removed: 'Removed',
  same: 'Same',
} as const;

/** Statements as they were and as they are, one line each. */
export function ComparisonTable({ comparison, mayConfirm }: ComparisonTableProps) {
  const { from, to, rows } = comparison;
  return (
    <table className="table comparison">
      <thead>
        <tr>
          <th scope="col">Change</th>
          <th scope="col">{from}</th>
          <th scope="col">{to}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.from?.id} ${row.to?.id}`} data-kind={row.kind}>
            <th scope="row">
              {KINDS[row.kind]}
              <Place row={row} />
              {row.rewording ? (
                <RewordingAnswer row={row} rewording={row.rewording} {...{ comparison, mayConfirm }} />
              ) : null}
            </th>
            <td data-label={from}>
              <Side statement={row.from} side="from" {...{ row, comparison }} />
            </td>
            <td data-label={to}>
              <Side statement={row.to} side="to" {...{ row, comparison }} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Place({ row: { from, to } }: { readonly row: ComparisonRow }) {
  const dimension = (to ?? from)?.dimension ?? null;
  if (dimension === null || !isDimension(dimension)) return null;
  return <span className="small">{DIMENSION_LABELS[dimension]}</span>;
}

interface SideProps {
  readonly statement: Compared | null;
  readonly side: 'from' | 'to';
  readonly row: ComparisonRow;
  readonly comparison: Comparison;
}

function Side({ statement, side, row, comparison }: SideProps) {
  if (!statement)
    return <span className="small">{side === 'from' ? 'not there yet' : 'no longer there'}</span>;
  const level = comparison.levels.find(({ rank }) => rank === statement.rank)?.label;
  const moved = row.from && row.to && row.from.rank !== row.to.rank;
  const words = (
    <>
      <span className="level-mark" data-level={statement.rank} aria-hidden="true">
        {statement.rank}
      </span>
      {level ?? `Level ${statement.rank}`}
    </>
  );
  const Mark = side === 'from' ? 'del' : 'ins';
  return (
    <>
      <span className="comparison-level">{moved ? <Mark>{words}</Mark> : words}</span>
      <Text statement={statement} side={side} row={row} />
    </>
  );
}

function Text({
  statement,
  side,
  row,
}: Omit<SideProps, 'comparison' | 'statement'> & { statement: Compared }) {
  if (row.kind === 'reworded' && row.from && row.to) {
    const other = side === 'from' ? 'added' : 'removed';
    const runs = wordDifference(row.from.text, row.to.text).filter(({ kind }) => kind !== other);
    return <MarkedWords runs={runs} />;
  }
  const text = (
    <>
      {statement.label ? <b>{statement.label} </b> : null}
      {statement.behaviour}
    </>
  );
  if (row.kind === 'added') return <ins>{text}</ins>;
  return row.kind === 'removed' ? <del>{text}</del> : text;
}
