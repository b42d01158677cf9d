import { Card } from '~/components/card';
import { MomentText } from '~/components/date-text';

interface RatingChangesProps {
  readonly changes: readonly {
    readonly key: string;
    readonly at: string;
    readonly what: string;
    readonly by: string | null;
    readonly reason: string | null;
  }[];
  readonly timeZone: string;
}

/** Every change of a person's ratings, the newest first. */
export function RatingChanges({ changes, timeZone }: RatingChangesProps) {
  return (
    <Card title="Every change" padded={false}>
      <ul className="evidence-list">
        {changes.map(({ key, at, what, by, reason }) => (
          <li key={key}>
            <p>
              {what}{' '}
              <span className="small">
                {by ? `${by}, ` : ''}
                <MomentText moment={at} zone={timeZone} />
              </span>
            </p>
            {reason ? <p className="person-words">{reason}</p> : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
