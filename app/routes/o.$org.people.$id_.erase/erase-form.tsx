import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { Field } from '~/components/field';
import { ERASURE_REASONS } from '~/modules/organizations/domain/erasure-reason';
import { ConfirmFirst } from '~/modules/organizations/ui/confirm-first';

interface EraseFormProps {
  readonly name: string;
  /** Where the reader first shows anew who they are; null: not needed. */
  readonly confirmTo: string | null;
  readonly faultOf: (field: string) => string | undefined;
}

/** Asks for the reason and for the name, typed. */
export function EraseForm({ name, confirmTo, faultOf }: EraseFormProps) {
  if (confirmTo)
    return (
      <Card title="Erase">
        <ConfirmFirst to={confirmTo} />
      </Card>
    );
  return (
    <Card title="Erase">
      <Form method="post">
        <Field label="Reason" name="reason" hint="It stays in the audit log." error={faultOf('reason')}>
          {(control) => (
            <select {...control} defaultValue="">
              <option value="" disabled>
                Choose a reason
              </option>
              {Object.entries(ERASURE_REASONS).map(([reason, words]) => (
                <option key={reason} value={reason}>
                  {words}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field
          label="Name, typed"
          name="name"
          hint={`Type: ${name}`}
          error={faultOf('name')}
          autoComplete="off"
          required
        />
        <Button type="submit" variant="danger">
          Erase {name}
        </Button>
      </Form>
    </Card>
  );
}
