import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { Field } from '~/components/field';

interface PasswordCardProps {
  readonly email: string;
  readonly faults: { readonly old?: string | undefined; readonly password?: string | undefined };
}

/** Another password for somebody who knows the one so far. */
export function PasswordCard({ email, faults }: PasswordCardProps) {
  return (
    <Card title="Password">
      <p>A new password signs out every other browser. A letter tells you that it changed.</p>
      <Form method="post" noValidate className="account-form">
        <input type="hidden" name="intent" value="password" />
        <input type="hidden" name="username" autoComplete="username" value={email} />
        <Field
          label="Password so far"
          name="old"
          type="password"
          autoComplete="current-password"
          error={faults.old}
          required
        />
        <Field
          label="New password"
          name="password"
          type="password"
          autoComplete="new-password"
          hint="At least 12 characters. A few words make a good one."
          error={faults.password}
          required
        />
        <Button type="submit">Change password</Button>
      </Form>
    </Card>
  );
}
