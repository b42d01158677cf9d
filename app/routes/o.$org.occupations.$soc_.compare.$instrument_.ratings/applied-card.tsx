import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { MomentText } from '~/components/date-text';

interface AppliedCardProps {
  readonly applied: {
    readonly id: string;
    readonly from: string;
    readonly to: string;
    readonly at: string;
    readonly by: string;
  };
  /** The versions that the page shows. */
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
}

/** What is applied to the framework now, and the way back. */
export function AppliedCard({ applied, from, to, timeZone }: AppliedCardProps) {
  return (
    <Card title={`Ratings under ${applied.from} are read in ${applied.to}`}>
      <p>
        Applied by {applied.by}, <MomentText moment={applied.at} zone={timeZone} />. Another version of this
        framework can be applied once this is taken back.
      </p>
      <Form method="post">
        <input type="hidden" name="intent" value="undo" />
        <input type="hidden" name="id" value={applied.id} />
        <input type="hidden" name="from" value={from} />
        <input type="hidden" name="to" value={to} />
        <Button type="submit">Take back</Button>
      </Form>
    </Card>
  );
}
