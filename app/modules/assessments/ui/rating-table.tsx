import { DIMENSION_LABELS, type Dimension } from '~/modules/frameworks/domain/dimension';
import type { RatedPersonView } from '../queries/rating-grid';
import { cellTitle, SHORT_KIND_WORDS, STATE_WORDS, valueInWords } from './rating-words';
import type { RatingGridState } from './use-rating-grid';

interface RatingTableProps {
  readonly people: readonly RatedPersonView[];
  readonly dimensions: readonly Dimension[];
  readonly grid: RatingGridState;
  readonly hrefFor: (employeeId: string) => string;
}

/** The table itself. Every cell is a link to the person's form; with script it is one stop of the Tab key. */
export function RatingTable({ people, dimensions, grid, hrefFor }: RatingTableProps) {
  return (
    <table className="matrix rate-matrix" role={grid.isLive ? 'grid' : undefined}>
      <caption className="sr-only">What you say of each person in each dimension.</caption>
      <thead>
        <tr>
          <th scope="col" className="matrix-corner">
            <span className="sr-only">Person</span>
          </th>
          {dimensions.map((dimension) => (
            <th key={dimension} scope="col" className={dimension === 'ai_use' ? 'first' : undefined}>
              <span className="matrix-column-name">{DIMENSION_LABELS[dimension]}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {people.map((person, row) => (
          <tr key={person.employeeId} data-now={grid.isLive && grid.place.row === row ? '' : undefined}>
            <th scope="row">
              <div className="matrix-row-head">
                <span className="matrix-row-name">{person.name}</span>
                <small className="matrix-row-note">
                  {person.hindrance === null ? STATE_WORDS[grid.cells.stateOf(person)] : 'closed'} ·{' '}
                  {SHORT_KIND_WORDS[person.raterKind]}
                  {person.occupation === null ? '' : ` · ${person.occupation}`}
                </small>
              </div>
            </th>
            {dimensions.map((dimension, column) => (
              <td key={dimension} className={dimension === 'ai_use' ? 'first' : undefined}>
                {drawCell({ person, dimension, row, column }, { grid, href: hrefFor(person.employeeId) })}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface Spot {
  readonly person: RatedPersonView;
  readonly dimension: Dimension;
  readonly row: number;
  readonly column: number;
}

/** A function, not a component: many people make thousands of cells. */
function drawCell(
  { person, dimension, row, column }: Spot,
  { grid, href }: { readonly grid: RatingGridState; readonly href: string },
) {
  const { value } = grid.cellAt(person.employeeId, dimension);
  const ghost = person.ghosts[dimension];
  const conflict = grid.cells.conflictAt(grid.cells.placeOf(person.employeeId, dimension));
  const isHere = grid.place.row === row && grid.place.column === column;
  const before = ghost && value === null ? `, last time ${ghost.level}` : '';
  const other = conflict ? `, elsewhere ${valueInWords(dimension, conflict.value)}` : '';
  return (
    <a
      className="matrix-cell rate-cell"
      href={`${href}#${dimension}`}
      data-place={`${row}:${column}`}
      data-level={typeof value === 'number' ? value : undefined}
      data-conflict={conflict ? '' : undefined}
      tabIndex={grid.isLive && !isHere ? -1 : 0}
      aria-current={grid.isLive && isHere ? 'true' : undefined}
      aria-label={`${cellTitle(dimension, person.name)}: ${valueInWords(dimension, value)}${before}${other}`}
      onFocus={() => grid.setPlace({ row, column })}
      onKeyDown={grid.onKeyDown}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        grid.go(row, column);
      }}
    >
      {value === null ? <i className="rate-ghost">{ghost?.level ?? ''}</i> : <b>{value}</b>}
      {conflict ? <small>≠</small> : null}
    </a>
  );
}
