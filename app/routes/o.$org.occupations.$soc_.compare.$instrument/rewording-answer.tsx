import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { MomentText } from '~/components/date-text';
import type { ComparisonRow } from './comparison-rows';
import type { Comparison } from './comparison-view';

interface RewordingAnswerProps {
  readonly row: ComparisonRow;
  readonly rewording: NonNullable<ComparisonRow['rewording']>;
  readonly comparison: Comparison;
  readonly mayConfirm: boolean;
}

/** How similar two statements are, who said that they are one, and the button with which to say so or take it back. */
export function RewordingAnswer({ row, rewording, comparison, mayConfirm }: RewordingAnswerProps) {
  const { similarity, confirmed } = rewording;
  const { people, zone } = comparison;
  const intent = confirmed ? 'undo' : 'confirm';
  const what = (row.to ?? row.from)?.text ?? '';
  return (
    <>
      <span className="small">{similarity} % alike</span>
      {confirmed ? (
        <span className="small">
          Confirmed by {people[confirmed.by] ?? 'a former member'},{' '}
          <MomentText moment={confirmed.at} zone={zone} />
        </span>
      ) : (
        <span className="split-mark">not confirmed</span>
      )}
      {mayConfirm ? (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="first" value={row.from?.id} />
          <input type="hidden" name="second" value={row.to?.id} />
          <Button type="submit" name="intent" value={intent} variant={confirmed ? 'quiet' : 'plain'}>
            {confirmed ? 'Take back' : 'Same statement'}
            <span className="sr-only">: {what}</span>
          </Button>
        </Form>
      ) : null}
    </>
  );
}
