import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { Field } from '~/components/field';

interface AskFormProps {
  readonly k: number;
  readonly least: number;
  readonly faultOf: (field: string) => string | undefined;
}

/** An owner asks that smaller groups are shown. */
export function AskForm({ k, least, faultOf }: AskFormProps) {
  return (
    <Card title="Show smaller groups">
      <Form method="post" noValidate>
        <Field
          label="Smallest group shown, people"
          name="toK"
          inputMode="numeric"
          required
          error={faultOf('toK')}
          hint={`${least} to ${k - 1}. Raising it is on the page General.`}
        />
        <Field
          label="Why"
          name="reason"
          maxLength={500}
          required
          error={faultOf('reason')}
          hint="An HR partner reads it before agreeing."
        />
        <Button type="submit" name="intent" value="ask" variant="primary">
          Ask an HR partner
        </Button>
      </Form>
    </Card>
  );
}
