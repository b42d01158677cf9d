import { useEffect, useState } from 'react';
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import { type CellChange, changedCell, EMPTY_CELL, type RatingCell, sameCell } from '../domain/rating-cell';
import { type CellPlace, cellId, waitingChange } from '../domain/save-queue';
import type { RatedPersonView } from '../queries/rating-grid';
import type { QueueOwner } from './use-kept-queue';
import { useSaveQueue } from './use-save-queue';

/** Where in the grid something was said, with what stood there before. */
interface Step {
  readonly place: CellPlace;
  readonly before: RatingCell;
}

interface RatingCellsOptions {
  readonly people: readonly RatedPersonView[];
  readonly cycleId: string | null;
  readonly owner: QueueOwner;
  /** Where cells are saved. */
  readonly address: string;
}

/** The cells of the grid as the rater sees them: what the page brought, what was saved since, what still waits. */
export function useRatingCells({ people, cycleId, owner, address }: RatingCellsOptions) {
  const [confirmed, setConfirmed] = useState<Readonly<Record<string, RatingCell | undefined>>>({});
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const saves = useSaveQueue(address, owner, (id, cell) =>
    setConfirmed((before) => ({ ...before, [id]: cell ?? undefined })),
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: other people are newer data of the page
  useEffect(() => setConfirmed({}), [people]);

  const placeOf = (employeeId: string, dimension: Dimension): CellPlace => ({
    cycleId,
    employeeId,
    dimension,
  });
  const storedCell = (place: CellPlace): RatingCell =>
    confirmed[cellId(place)] ??
    people.find(({ employeeId }) => employeeId === place.employeeId)?.cells[place.dimension] ??
    EMPTY_CELL;
  const cellAt = (place: CellPlace): RatingCell => {
    const stored = storedCell(place);
    const waiting = waitingChange(saves.queue, cellId(place));
    return waiting ? { ...changedCell(stored, waiting), revision: stored.revision } : stored;
  };
  const put = (place: CellPlace, change: CellChange) => {
    const before = cellAt(place);
    if (sameCell(before, changedCell(before, change))) return;
    setSteps((known) => [...known, { place, before }]);
    saves.put(place, change, storedCell(place).revision);
  };
  /** Takes the last change back; its place, null where there is none. */
  const undo = (): CellPlace | null => {
    const last = steps.at(-1);
    if (!last) return null;
    setSteps((known) => known.slice(0, -1));
    const { value, evidence, ticked } = last.before;
    saves.put(last.place, { value, evidence, ticked }, storedCell(last.place).revision);
    return last.place;
  };
  const isChanged = (employeeId: string) =>
    Object.keys(confirmed).some((id) => confirmed[id] && id.split(':')[1] === employeeId);
  const isWaiting = (employeeId: string) =>
    Object.values(saves.queue).some((one) => one.employeeId === employeeId && one.cycleId === cycleId);
  return {
    ...{ saves, placeOf, cellAt, put, undo, isWaiting },
    canUndo: steps.length > 0,
    /** Whether something of a person was said since the page brought it. */
    isChanged,
    /** What became of the ratings of a person, with what was said since the page brought it. */
    stateOf: ({ employeeId, state }: RatedPersonView): RatedPersonView['state'] =>
      isChanged(employeeId) || isWaiting(employeeId) ? 'draft' : state,
    forgetSteps: () => setSteps([]),
    conflictAt: (place: CellPlace) => saves.queue[cellId(place)]?.conflict ?? null,
    /** Whether something of a person was saved elsewhere too, and the rater has not said which holds. */
    hasConflict: (employeeId: string) =>
      Object.values(saves.queue).some(
        (one) => one.conflict !== null && one.employeeId === employeeId && one.cycleId === cycleId,
      ),
  };
}

export type RatingCells = ReturnType<typeof useRatingCells>;
