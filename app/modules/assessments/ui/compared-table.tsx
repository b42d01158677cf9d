import { DayText } from '~/components/date-text';
import { DIMENSION_LABELS } from '~/modules/frameworks/domain/dimension';
import { apartWords, type ComparedDimension } from '../domain/side-by-side';
import { valueInWords } from './rating-words';

interface ComparedTableProps {
  readonly rows: readonly ComparedDimension[];
  readonly selfOn: string | null;
  readonly managerOn: string | null;
}

/** Two ratings per dimension with their difference; two levels or more are marked in words. */
export function ComparedTable({ rows, selfOn, managerOn }: ComparedTableProps) {
  return (
    <>
      <p className="rate-compared-words">
        {selfOn ? <Said who="Self" day={selfOn} /> : 'Self is not submitted. '}
        {managerOn ? <Said who="Manager" day={managerOn} /> : 'Manager is not submitted. '}
        {apartWords(rows)}
      </p>
      <table className="table source-table rate-compared">
        <thead>
          <tr>
            <th scope="col">Dimension</th>
            <th scope="col">Self</th>
            <th scope="col">Manager</th>
            <th scope="col">Self − manager</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ dimension, self, manager, difference, isMarked }) => (
            <tr key={dimension} data-marked={isMarked ? '' : undefined}>
              <th scope="row">{DIMENSION_LABELS[dimension]}</th>
              <td data-label="Self">{saidInWords(dimension, self)}</td>
              <td data-label="Manager">{saidInWords(dimension, manager)}</td>
              <td data-label="Self − manager">
                {difference === null ? '–' : <Difference levels={difference} isMarked={isMarked} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** What a submitted side holds of a dimension; it may leave one out. */
function saidInWords(dimension: ComparedDimension['dimension'], value: ComparedDimension['self']): string {
  return value === null ? 'not rated' : valueInWords(dimension, value);
}

function Said({ who, day }: { readonly who: string; readonly day: string }) {
  return (
    <>
      {who} of <DayText day={day} />.{' '}
    </>
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
