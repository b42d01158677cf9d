import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';

interface ReopenFormProps {
  readonly revision: number;
  readonly today: string;
  readonly faultOf: (field: string) => string | undefined;
}

/** Opens a closed cycle again, until a day and with a reason. */
export function ReopenForm({ revision, today, faultOf }: ReopenFormProps) {
  return (
    <details className="cycle-reopen disclosure">
      <summary>Open it again</summary>
      <Form method="post">
        <input type="hidden" name="revision" value={revision} />
        <Field label="Until" name="closesOn" type="date" min={today} error={faultOf('closesOn')} required />
        <Field
          label="Why"
          name="reason"
          hint="The audit log keeps it. Name nobody."
          maxLength={500}
          error={faultOf('reason')}
          required
        />
        <Button type="submit" name="intent" value="reopen">
          Open again
        </Button>
      </Form>
    </details>
  );
}
