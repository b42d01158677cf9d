import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { Field } from '~/components/field';

interface NameCardProps {
  readonly name: string;
  readonly email: string;
  readonly fault: string | undefined;
}

/** Name and address of who is signed in. */
export function NameCard({ name, email, fault }: NameCardProps) {
  return (
    <Card title="Name">
      <p>
        You sign in as <strong>{email}</strong>.
      </p>
      <Form method="post" noValidate className="account-form">
        <input type="hidden" name="intent" value="name" />
        <Field
          label="Name"
          name="name"
          autoComplete="name"
          hint="Members of your organizations see it where you did something."
          defaultValue={name}
          maxLength={200}
          error={fault}
          required
        />
        <Button type="submit">Change name</Button>
      </Form>
    </Card>
  );
}
