import { Card } from '~/components/card';
import { DayText } from '~/components/date-text';
import { DIMENSION_LABELS } from '~/modules/frameworks/domain/dimension';
import type { PersonState } from './person-state';

type PlannedCardProps = Pick<PersonState, 'header' | 'profile' | 'contests' | 'asOf'>;

/** What comes: moves, days from which a re-check is due, and assessments that were asked for. */
export function PlannedCard({ header, profile, contests, asOf }: PlannedCardProps) {
  const due = (profile?.dimensions ?? [])
    .filter(({ level, recheckOn }) => level !== null && recheckOn !== null)
    .sort((a, b) => ((a.recheckOn ?? '') < (b.recheckOn ?? '') ? -1 : 1));
  const overdue = due.filter(({ recheckOn }) => recheckOn !== null && recheckOn <= asOf);
  const next = due.find(({ recheckOn }) => recheckOn !== null && recheckOn > asOf);
  const asked = contests.filter(({ endedAt, remedy, dimension }) => {
    const ratedOn = profile?.dimensions.find((one) => one.dimension === dimension)?.assessedOn ?? '';
    return remedy === 'reassess' && endedAt !== null && ratedOn < endedAt.slice(0, 10);
  });
  const isEmpty = header.planned.length + overdue.length + asked.length === 0 && !next;
  return (
    <Card title="Planned">
      {isEmpty ? <p>Nothing is planned.</p> : null}
      <ul className="person-planned">
        {header.planned.map((place) => (
          <li key={place.from}>
            From <DayText day={place.from} />:{' '}
            {place.status === 'left' ? 'has left' : `${place.title}, ${place.team}`}
          </li>
        ))}
        {asked.map(({ contestId, dimension }) => (
          <li key={contestId}>Another assessment of {DIMENSION_LABELS[dimension]} is asked for</li>
        ))}
        {overdue.length > 0 ? (
          <li>Re-check due now: {overdue.map(({ dimension }) => DIMENSION_LABELS[dimension]).join(', ')}</li>
        ) : null}
        {next?.recheckOn ? (
          <li>
            Next re-check: {DIMENSION_LABELS[next.dimension]}, from <DayText day={next.recheckOn} />
          </li>
        ) : null}
      </ul>
    </Card>
  );
}
