import { DayText } from '~/components/date-text';
import { DIMENSION_LABELS } from '~/modules/frameworks/domain/dimension';
import type { ComparedDimension } from '../domain/side-by-side';
import { valueInWords } from './rating-words';

interface ComparedTableProps {
  readonly rows: readonly ComparedDimension[];
  readonly selfOn: string | null;
  readonly managerOn: string | null;
}

/** Two ratings per dimension with their difference; two levels or more are marked in words. */
export function ComparedTable({ rows, selfOn, managerOn }: ComparedTableProps) {
  return (
    <div className="matrix-scroll">
      <table className="table rate-compared">
        <thead>
          <tr>
            <th scope="col">Dimension</th>
            <th scope="col">Self{selfOn ? <Day day={selfOn} /> : ', not submitted'}</th>
            <th scope="col">Manager{managerOn ? <Day day={managerOn} /> : ', not submitted'}</th>
            <th scope="col">Self − manager</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ dimension, self, manager, difference, isMarked }) => (
            <tr key={dimension} data-marked={isMarked ? '' : undefined}>
              <th scope="row">{DIMENSION_LABELS[dimension]}</th>
              <td>{valueInWords(dimension, self)}</td>
              <td>{valueInWords(dimension, manager)}</td>
              <td>{difference === null ? '–' : <Difference levels={difference} isMarked={isMarked} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Day({ day }: { readonly day: string }) {
  return (
    <span className="small">
      {' '}
      <DayText day={day} />
    </span>
  );
}

function Difference({ levels, isMarked }: { readonly levels: number; readonly isMarked: boolean }) {
  const sign = levels > 0 ? '+' : levels < 0 ? '−' : '';
  return (
    <>
      {sign}
      {Math.abs(levels)}
      {isMarked ? <b> to talk about</b> : null}
    </>
  );
}
