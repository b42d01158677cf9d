import { Button } from '~/components/button';
import { DayText } from '~/components/date-text';
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import { CELL_VALUES } from '../domain/rating-cell';
import { cellId } from '../domain/save-queue';
import { hinderingLevel } from '../domain/suggested-level';
import type { RatedPersonView } from '../queries/rating-grid';
import { CellEvidence } from './cell-evidence';
import { cellTitle, leftOutInWords, valueInWords, valueLabel } from './rating-words';
import { StatementTicks } from './statement-ticks';
import { Suggestion } from './suggestion';
import type { RatingGridState } from './use-rating-grid';

interface RatingPanelProps {
  readonly grid: RatingGridState;
  readonly person: RatedPersonView;
  readonly dimension: Dimension;
  /** Address of the page of the cell's evidence. */
  readonly evidenceTo: string;
}

/** Beside the grid: the levels with the occupation's own statements at this level and the next, and the evidence. */
export function RatingPanel({ grid, person, dimension, evidenceTo }: RatingPanelProps) {
  const at = grid.cells.placeOf(person.employeeId, dimension);
  const cell = grid.cells.cellAt(at);
  const ghost = person.ghosts[dimension];
  const conflict = grid.cells.conflictAt(at);
  const here = (grid.statements ?? []).filter((one) => one.dimension === dimension);
  const ticked = new Set(grid.ticksOf(at));
  const hindering = hinderingLevel(here, ticked);
  const focused = typeof cell.value === 'number' ? cell.value : (ghost?.level ?? 0);
  const shown = ([1, 2, 3, 4] as const).filter((level) => [focused, focused + 1, hindering].includes(level));
  const tick = (id: string, isTicked: boolean) => {
    const next = [...ticked].filter((one) => one !== id);
    grid.tick(at, isTicked ? [...next, id] : next);
  };
  return (
    <aside className="card panel rate-panel" aria-label="The cell">
      <h2>{cellTitle(dimension, person.name)}</h2>
      <p className="panel-meta">
        {person.occupation ?? 'No occupation is confirmed'}
        {ghost ? (
          <>
            {` · last time ${valueInWords(dimension, ghost.level)}, `}
            <DayText day={ghost.assessedOn} />
          </>
        ) : null}
      </p>
      {person.hindrance ? <p className="panel-locked">{person.hindrance}</p> : null}
      {conflict ? (
        <div className="notice" data-tone="warn" role="alert">
          <strong>Saved elsewhere: {valueInWords(dimension, conflict.value)}</strong>
          <p>You say {valueInWords(dimension, cell.value)}. Which holds?</p>
          <Button onClick={() => grid.cells.saves.decide(cellId(at), 'mine')}>Mine</Button>{' '}
          <Button onClick={() => grid.cells.saves.decide(cellId(at), 'theirs')}>The other</Button>
        </div>
      ) : null}
      <div className="rate-options">
        {CELL_VALUES.map((value) => (
          <button
            key={String(value)}
            type="button"
            className="rate-option"
            aria-pressed={cell.value === value}
            disabled={person.hindrance !== null}
            onClick={() => grid.setValue(value)}
          >
            <kbd>{value}</kbd>
            {valueLabel(dimension, value ?? '?')}
          </button>
        ))}
      </div>
      <h3>What this and the next level look like here</h3>
      {grid.statements === null ? <p className="small">The statements are on their way.</p> : null}
      {grid.statements !== null && here.length === 0 ? (
        <p className="small">No framework says it for this occupation.</p>
      ) : null}
      {shown.map((level) => (
        <StatementTicks
          key={level}
          {...{ dimension, level, ticked }}
          name={`ticked.${dimension}`}
          statements={here.filter((one) => one.level === level)}
          disabled={person.hindrance !== null}
          onTick={tick}
        />
      ))}
      {here.some(({ id }) => ticked.has(id)) ? (
        <p className="rate-suggested">
          <Suggestion lead="Ticked statements suggest" {...{ dimension, ticked }} statements={here} />. You
          decide.
          {cell.value === null ? ' They are kept with the level that you choose.' : null}
        </p>
      ) : null}
      {person.hindrance === null ? (
        <CellEvidence
          key={cellId(at)}
          cell={cell}
          to={evidenceTo}
          isOpen={cell.value !== null}
          onSave={(evidence) => grid.cells.put(at, { value: cell.value, evidence })}
          onLeave={() => grid.go(grid.place.row, grid.place.column)}
        />
      ) : null}
      {person.hindrance === null ? (
        <p className="rate-bar">
          <Button onClick={grid.undo} disabled={!grid.cells.canUndo}>
            Undo
          </Button>{' '}
          <Button variant="primary" onClick={grid.submit}>
            Submit {person.name}
          </Button>
        </p>
      ) : null}
      {grid.submission.answer?.reason ? (
        <p className="field-error" role="alert">
          {grid.submission.answer.reason}
        </p>
      ) : null}
      {grid.submission.answer?.leftOut ? (
        <p role="status">{leftOutInWords(grid.submission.answer.leftOut)}</p>
      ) : null}
    </aside>
  );
}
