import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import { gridMove } from '../domain/move-in-grid';
import { type CellValue, countRated, type RatingCell } from '../domain/rating-cell';
import { type RatingKey, ratingKey } from '../domain/rating-keys';
import { cellId } from '../domain/save-queue';
import type { RatingGridProps } from './rating-grid';
import { cellTitle, valueInWords } from './rating-words';
import { useKeysOfPage } from './use-keys-of-page';
import { useRatingCells } from './use-rating-cells';
import { useStatements } from './use-statements';
import { useSubmitPerson } from './use-submit-person';

const KEYS_PLACE = 'cadre-rating-keys';

/** State and keys of the rater's grid. */
export function useRatingGrid(props: RatingGridProps) {
  const { people, dimensions, cycle, base, user, organizationId } = props;
  const cycleId = cycle?.cycleId ?? null;
  const ref = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ row: 0, column: 0 });
  const [said, setSaid] = useState('');
  const [isLive, setIsLive] = useState(false);
  const [hasKeys, setHasKeys] = useState(true);
  const [ticksAhead, setTicksAhead] = useState<Readonly<Record<string, readonly string[]>>>({});
  const owner = { user, organizationId };
  const cells = useRatingCells({ people, cycleId, owner, address: `${base}/save` });
  const submission = useSubmitPerson(cells, cycleId);
  const person = people[place.row];
  const dimension = dimensions[place.column];
  const statements = useStatements(props.statements, {
    ...{ address: `${base}/statements`, cycleId, soc: person?.soc ?? null },
  });

  useEffect(() => {
    setIsLive(true);
    setHasKeys(localStorage.getItem(KEYS_PLACE) !== 'off');
  }, []);
  const { answer } = submission;
  useEffect(() => {
    if (answer) setSaid(answer.reason ?? 'Submitted.');
  }, [answer]);

  const go = (row: number, column: number) => {
    setPlace({ row, column });
    ref.current?.querySelector<HTMLElement>(`[data-place="${row}:${column}"]`)?.focus();
  };
  const cellAt = (employeeId: string, of: Dimension): RatingCell =>
    cells.cellAt(cells.placeOf(employeeId, of));
  const setValue = (value: CellValue) => {
    if (!person || !dimension) return;
    if (person.hindrance !== null) return setSaid(person.hindrance);
    const at = cells.placeOf(person.employeeId, dimension);
    const ahead = ticksAhead[cellId(at)];
    cells.put(at, { value, ...(ahead ? { ticked: ahead } : {}) });
    setSaid(`${cellTitle(dimension, person.name)}: ${valueInWords(dimension, value)}`);
    if (place.column < dimensions.length - 1) go(place.row, place.column + 1);
  };
  const undo = () => {
    const at = cells.undo();
    if (!at) return setSaid('Nothing to undo.');
    const row = people.findIndex(({ employeeId }) => employeeId === at.employeeId);
    go(Math.max(0, row), Math.max(0, dimensions.indexOf(at.dimension)));
    setSaid('Undone.');
  };
  const nextPerson = () => {
    if (place.row < people.length - 1) go(place.row + 1, 0);
    else setSaid('This is the last person.');
  };
  const submit = () => {
    if (!person) return;
    const rated = dimensions.filter((of) => cellAt(person.employeeId, of).value !== null).length;
    if (rated === 0) return setSaid('Nothing is rated yet.');
    if (cells.hasConflict(person.employeeId)) {
      const column = dimensions.findIndex((of) => cells.conflictAt(cells.placeOf(person.employeeId, of)));
      go(place.row, Math.max(0, column));
      return setSaid(
        `Not submitted: another window saved something else of ${person.name}. Say which holds.`,
      );
    }
    submission.submit(person.employeeId);
    setSaid(`Submitting ${person.name}.`);
    if (place.row < people.length - 1) go(place.row + 1, 0);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.metaKey) return;
    const from = place;
    const to = gridMove({
      key: event.key,
      whole: event.ctrlKey,
      from,
      size: { rows: people.length, columns: dimensions.length },
    });
    const key = hasKeys && !event.ctrlKey ? ratingKey(event.key) : null;
    if (!to && !key) return;
    event.preventDefault();
    if (to) return go(to.row, to.column);
    if (key) obey(key);
  };
  const obey = (key: RatingKey) => {
    if (key.does === 'set') setValue(key.value);
    else if (key.does === 'undo') undo();
    else if (key.does === 'next-person') nextPerson();
    else if (key.does === 'submit') submit();
    else document.getElementById('rate-evidence')?.focus();
  };
  useKeysOfPage({ grid: ref, isOn: isLive && hasKeys, obey });

  return {
    ...{ ref, place, person, dimension, said, isLive, hasKeys, cells, statements, submission },
    ...{ go, cellAt, setValue, undo, submit, onKeyDown, setPlace },
    setHasKeys: (on: boolean) => {
      localStorage.setItem(KEYS_PLACE, on ? 'on' : 'off');
      setHasKeys(on);
    },
    ticksOf: (at: ReturnType<typeof cells.placeOf>): readonly string[] =>
      cells.cellAt(at).value === null ? (ticksAhead[cellId(at)] ?? []) : cells.cellAt(at).ticked,
    /** Ticks of a cell without a value wait for it. */
    tick: (at: ReturnType<typeof cells.placeOf>, ticked: readonly string[]) => {
      const { value } = cells.cellAt(at);
      if (value === null) setTicksAhead((before) => ({ ...before, [cellId(at)]: ticked }));
      else cells.put(at, { value, ticked });
    },
    rated: people.reduce((sum, one) => {
      const said = Object.fromEntries(dimensions.map((of) => [of, cellAt(one.employeeId, of)]));
      return sum + countRated(said, dimensions);
    }, 0),
  };
}

export type RatingGridState = ReturnType<typeof useRatingGrid>;
