import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { Field } from '~/components/field';
import { ParentField, type TeamChoice } from '~/modules/people/ui/parent-field';

interface MoveFormProps {
  readonly teams: readonly TeamChoice[];
  readonly chosen: string;
  readonly from: string;
  /** Whether a move is shown beneath already. */
  readonly again: boolean;
}

/** Where to and from when; leads to what the move changes, and changes nothing itself. */
export function MoveForm({ teams, chosen, from, again }: MoveFormProps) {
  return (
    <Card title="Where to">
      <Form method="get">
        <ParentField label="Beneath" teams={teams} chosen={chosen} />
        <Field
          label="From"
          name="from"
          type="date"
          defaultValue={from}
          required
          hint="A day that is past corrects the record; one to come is planned and can be withdrawn."
        />
        <Button type="submit" variant={again ? 'plain' : 'primary'}>
          {again ? 'Look again' : 'Look at what changes'}
        </Button>
      </Form>
    </Card>
  );
}
