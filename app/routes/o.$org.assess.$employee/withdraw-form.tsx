import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { DayText } from '~/components/date-text';
import { Field } from '~/components/field';

/** Takes back what was submitted, with a reason. */
export function WithdrawForm({ submittedOn }: { readonly submittedOn: string }) {
  return (
    <Card title="Withdraw">
      <p>
        Submitted <DayText day={submittedOn} />. Withdrawn ratings are kept and count no more.
      </p>
      <Form method="post">
        <Field label="Why" name="reason" required maxLength={1000} />
        <Button type="submit" name="intent" value="withdraw" variant="danger">
          Withdraw what was submitted
        </Button>
      </Form>
    </Card>
  );
}
