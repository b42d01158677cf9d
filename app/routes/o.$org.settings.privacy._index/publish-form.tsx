import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { Field } from '~/components/field';

interface PublishFormProps {
  /** The last version; 0: there is none. */
  readonly after: number;
  readonly revision: number;
  readonly contact: string;
  readonly legalGround: string;
  readonly faultOf: (field: string) => string | undefined;
}

/** Publishes what the settings make now as a new version. */
export function PublishForm({ after, revision, contact, legalGround, faultOf }: PublishFormProps) {
  return (
    <Card title={`Publish version ${after + 1}`}>
      <Form method="post" noValidate>
        <input type="hidden" name="after" value={after} />
        <input type="hidden" name="revision" value={revision} />
        <Field
          label="Whom people ask"
          name="contact"
          defaultValue={contact}
          maxLength={300}
          required
          error={faultOf('contact')}
          hint="A role or office with an address that stays the same."
        />
        <Field
          label="Ground in law"
          name="legalGround"
          error={faultOf('legalGround')}
          hint="On what ground the data is used, in your own words."
        >
          {(control) => (
            <textarea {...control} rows={3} maxLength={1000} required defaultValue={legalGround} />
          )}
        </Field>
        <Button type="submit" variant="primary">
          Publish to all members
        </Button>
      </Form>
    </Card>
  );
}
