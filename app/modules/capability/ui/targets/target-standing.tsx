import { DayText } from '~/components/date-text';
import { peopleWords } from './target-words';

interface TargetStandingProps {
  readonly profile: {
    readonly day: string;
    readonly today: string;
    readonly written: object | null;
    readonly roleBand: number;
    readonly people: number | null;
  };
}

/** Whether a profile is written or the default on the day looked at, and how many people it is about. */
export function TargetStanding({ profile }: TargetStandingProps) {
  const { day, today, written, roleBand, people } = profile;
  return (
    <p className="lead">
      {day === today ? 'Today' : <DayText day={day} />}:{' '}
      {written ? (
        <>
          <b>written profile</b>. It states what it requires; dimensions that are not asked do not count.
        </>
      ) : (
        <>
          <b>default target</b>. Nothing is written: level {roleBand} in every dimension that the organization
          assesses, weight 1. A default never yields cover, single points of failure or readiness.
        </>
      )}
      {people === null ? null : ` ${peopleWords(people)} ${people === 1 ? 'has' : 'have'} these targets.`}
    </p>
  );
}
