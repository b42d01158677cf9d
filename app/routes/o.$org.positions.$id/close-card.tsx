import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { Field } from '~/components/field';

interface CloseCardProps {
  readonly closedOn: string | null;
  readonly today: string;
}

/** Closes the post from a day on, or opens it again. */
export function CloseCard({ closedOn, today }: CloseCardProps) {
  return (
    <Card title={closedOn ? 'Open it again' : 'Close it'}>
      <p>
        {closedOn
          ? 'The post stands again, vacant; its profile and its history are kept.'
          : 'From that day on the post is no more and nobody holds it. Its history stays.'}
      </p>
      <Form method="post" noValidate>
        {closedOn ? (
          <Button type="submit" name="intent" value="reopen">
            Open the post again
          </Button>
        ) : (
          <>
            <Field label="First day without it" name="from" type="date" required defaultValue={today} />
            <Button type="submit" name="intent" value="close" variant="danger">
              Close the post
            </Button>
          </>
        )}
      </Form>
    </Card>
  );
}
