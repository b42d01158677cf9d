import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { Field } from '~/components/field';

/** The form for a file of ratings. */
export function RatingsUpload({ busy }: { readonly busy: boolean }) {
  return (
    <Card title="A file of ratings">
      <Form method="post" encType="multipart/form-data">
        <input type="hidden" name="kind" value="assessments" />
        <Field
          label="File of ratings"
          name="file"
          type="file"
          accept=".csv,.tsv,.txt,.xlsx"
          required
          hint="CSV or XLSX: one rating in each line (columns dimension and level), or one assessment with a column for each dimension. Beside them the personnel number, the kind of rater and the day are needed; usual names of columns are known. Nothing changes before you have seen a preview."
        />
        <p className="small">
          The same person, rater, day and occupation with other levels is a correction: the version before is
          kept. You are named as who imported the ratings. Please leave health information out of evidence.
        </p>
        <Button type="submit" variant="primary" aria-busy={busy}>
          {busy ? 'Uploading' : 'Upload and preview'}
        </Button>
      </Form>
    </Card>
  );
}
