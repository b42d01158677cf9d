import { Link } from '@remix-run/react';
import { Card } from '~/components/card';
import { DayText } from '~/components/date-text';
import type { TargetEvent } from '~/modules/people/domain/target-history';
import { TargetChanges } from './target-changes';

interface TargetHistoryCardProps {
  readonly history: readonly TargetEvent[];
  readonly today: string;
}

/** The days on which the profile became another one, planned ones first. */
export function TargetHistoryCard({ history, today }: TargetHistoryCardProps) {
  if (history.length === 0) return null;
  return (
    <Card title="History">
      {history.map(({ day, changes }) => (
        <details key={day} className="disclosure">
          <summary>
            <span>
              {day > today ? 'Planned from ' : ''}
              <DayText day={day} />
            </span>
            <span className="small">
              {changes.length === 1 ? '1 dimension' : `${changes.length} dimensions`}
            </span>
          </summary>
          <TargetChanges changes={changes} label={`Changes of ${day}`} />
          <p>
            <Link to={`?from=${day}`}>The profile as of this day</Link>
          </p>
        </details>
      ))}
    </Card>
  );
}
