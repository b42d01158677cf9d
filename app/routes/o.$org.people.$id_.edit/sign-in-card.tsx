import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { Field } from '~/components/field';
import { Notice } from '~/components/notice';

interface SignInCardProps {
  readonly member: { readonly name: string; readonly email: string } | null;
  /** Whether it is the viewer's own record. */
  readonly isSelf: boolean;
  readonly error?: string | undefined;
}

/** Which member signs in as the person: that member reads the record as their own. */
export function SignInCard({ member, isSelf, error }: SignInCardProps) {
  return (
    <Card title="Sign-in">
      <p>
        Whoever signs in as this person reads this record as their own, ratings included. It is written in the
        audit log, and nobody says it of themselves.
      </p>
      {member ? (
        <Form method="post">
          <p>
            {member.name}, {member.email}
          </p>
          <Button type="submit" name="intent" value="unlink">
            Take the sign-in back
          </Button>
        </Form>
      ) : (
        <Form method="post">
          <Field
            label="E-mail address of the member"
            name="member"
            type="email"
            required
            autoComplete="off"
            error={error}
          />
          <Button type="submit" name="intent" value="link">
            Connect the sign-in
          </Button>
        </Form>
      )}
      {isSelf ? <Notice>This is your own record.</Notice> : null}
    </Card>
  );
}
