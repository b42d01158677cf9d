import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { DayText } from '~/components/date-text';
import { FIELD_LABELS } from '~/modules/people/domain/owned-fields';
import type { FieldHistory } from '~/modules/people/queries/get-editable-person';
import { formatDay } from '~/shared/format-day';

interface HistoryCardProps {
  readonly history: readonly FieldHistory[];
  readonly today: string;
  readonly revision: string;
}

/** What each field was, is, and is planned to be. */
export function HistoryCard({ history, today, revision }: HistoryCardProps) {
  return (
    <Card title="History and plans">
      {history.map(({ field, periods }) => (
        <details key={field} className="disclosure" open={periods.some(({ from }) => from > today)}>
          <summary>
            {FIELD_LABELS[field]}: {periods.length === 1 ? 'one value' : `${periods.length} values`}
          </summary>
          <ul>
            {periods.map(({ from, to, value }, index) => (
              <li key={from}>
                {value ?? 'None'}, from <DayText day={from} />
                {to === null ? null : (
                  <>
                    {' '}
                    until before <DayText day={to} />
                  </>
                )}
                {from > today ? ' (planned)' : null}
                {from > today && index > 0 ? (
                  <Form method="post">
                    <input type="hidden" name="field" value={field} />
                    <input type="hidden" name="day" value={from} />
                    <input type="hidden" name="revision" value={revision} />
                    <Button
                      type="submit"
                      name="intent"
                      value="withdraw"
                      aria-label={`Withdraw ${FIELD_LABELS[field]} from ${formatDay(from)}`}
                    >
                      Withdraw
                    </Button>
                  </Form>
                ) : null}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </Card>
  );
}
