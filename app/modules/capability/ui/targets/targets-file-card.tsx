import { Form, Link } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { Field } from '~/components/field';

/** Chooses a file of target profiles. */
export function TargetsFileCard({ today, base }: { readonly today: string; readonly base: string }) {
  return (
    <Card title="A file">
      <Form method="post" encType="multipart/form-data">
        <Field
          label="File"
          name="file"
          type="file"
          accept=".csv,.xlsx"
          required
          hint={
            <>
              CSV or XLSX with the columns <code>occupation</code>, <code>role_band</code>,{' '}
              <code>dimension</code>, <code>level</code> and, where you like, <code>weight</code> and{' '}
              <code>critical</code>: what the export writes. Dimensions of a written profile that it does not
              name stay as they are.
            </>
          }
        />
        <Field
          label="From"
          name="from"
          type="date"
          defaultValue={today}
          required
          hint="The first day on which it holds."
        />
        <div className="toolbar">
          <Button type="submit" name="intent" value="preview" variant="primary">
            Show what it would change
          </Button>
          <Link className="link" to={`${base}/targets`}>
            Back to the target profiles
          </Link>
        </div>
      </Form>
    </Card>
  );
}
