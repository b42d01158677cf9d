import { DayText } from '~/components/date-text';
import { OUTCOME_WORDS, type Outcome } from '~/modules/assessments/domain/observations/observation';

export interface ObservedListProps {
  readonly observations: readonly {
    readonly observationId: string;
    readonly observedOn: string;
    readonly event: string;
    readonly outcome: Outcome;
    readonly note: string | null;
    /** Null: not named. */
    readonly observer: string | null;
  }[];
}

/** What was seen of one dimension in drills and reviews; nothing where nothing was. */
export function ObservedList({ observations }: ObservedListProps) {
  if (observations.length === 0) return null;
  return (
    <div>
      <h3>Observed in drills and reviews</h3>
      <ul className="observed-list">
        {observations.map(({ observationId, observedOn, event, outcome, note, observer }) => (
          <li key={observationId}>
            <strong>{OUTCOME_WORDS[outcome]}</strong>: {event}, <DayText day={observedOn} />
            {observer ? <span className="small"> observed by {observer}</span> : null}
            {note ? <p className="person-words">{note}</p> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
