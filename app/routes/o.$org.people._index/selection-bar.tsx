import { Button, ButtonLink } from '~/components/button';
import type { PeopleAddress } from '~/modules/people/domain/people-filter';
import { addressIn } from './people-state';

/** Most people that an address names one by one. */
const MOST_BY_HAND = 200;

interface SelectionBarProps {
  readonly state: PeopleAddress;
  readonly base: string;
  readonly total: number;
  readonly chosen: ReadonlySet<string>;
  /** The ids of those whose own box is in the form now. */
  readonly drawn: ReadonlySet<string>;
  /** False before the script has started: the boxes themselves say who is chosen. */
  readonly started: boolean;
  readonly clear: () => void;
}

/** Leads on to the change of those who are chosen, or of all that match. */
export function SelectionBar({ state, base, total, chosen, drawn, started, clear }: SelectionBarProps) {
  const hidden = [...chosen].filter((id) => !drawn.has(id));
  const count = chosen.size === 1 ? '1 person' : `${chosen.size} people`;
  const all = addressIn(`${base}/people/change`, { ...state, cursor: null }, [['all', 'yes']]);
  const tooMany = chosen.size > MOST_BY_HAND;
  return (
    <div className="bar people-selection" data-chosen={chosen.size > 0 ? true : undefined}>
      {hidden.map((id) => (
        <input key={id} type="hidden" name="id" value={id} />
      ))}
      {state.asOf === null ? null : <input type="hidden" name="asOf" value={state.asOf} />}
      <span role="status" className="small">
        {started && chosen.size > 0 ? `${count} chosen` : ''}
        {tooMany ? `. At most ${MOST_BY_HAND} one by one: narrow the list and change all that match.` : ''}
      </span>
      <Button type="submit" variant="primary" disabled={started && (chosen.size === 0 || tooMany)}>
        {started && chosen.size > 0 ? `Change ${count}` : 'Change those chosen'}
      </Button>
      {started && chosen.size > 0 ? (
        <Button variant="quiet" onClick={clear}>
          Choose nobody
        </Button>
      ) : null}
      <ButtonLink to={all}>Change all {total.toLocaleString('en')} that match</ButtonLink>
    </div>
  );
}
