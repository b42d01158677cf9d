import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { Field } from '~/components/field';

interface UploadFormProps {
  readonly mayShare: boolean;
  readonly busy: boolean;
}

const OWN =
  'A framework as LER JSON, exchange page text or CSV, up to 5 MiB. It is recognised by its content.';
const SHARED =
  'For the shared catalogue also an O*NET release (zip or single table), an O*NET profile text, the CIP-SOC crosswalk, SOC structures, a national standard, figures about AI and skill scores, up to 512 MiB.';

/** Takes a file into the catalogue; the worker does it, and a page tells how far it is. */
export function UploadForm({ mayShare, busy }: UploadFormProps) {
  return (
    <Card title="Add a source">
      <Form method="post" encType="multipart/form-data">
        {mayShare ? (
          <Field label="Into" name="target">
            {(control) => (
              <select {...control} defaultValue="own">
                <option value="own">This organization's own catalogue</option>
                <option value="shared">The shared catalogue of this installation</option>
              </select>
            )}
          </Field>
        ) : null}
        <Field label="File" name="file" type="file" required hint={mayShare ? `${OWN} ${SHARED}` : OWN} />
        <Field
          label="Release"
          name="release"
          maxLength={60}
          hint="Only where the file does not say it, such as 30.2."
        />
        {mayShare ? (
          <label className="upload-choice">
            <input type="checkbox" name="replace" value="yes" />
            Replace a national standard that has other text under the same version
          </label>
        ) : null}
        <Button type="submit" variant="primary" aria-busy={busy}>
          {busy ? 'Uploading' : 'Import'}
        </Button>
      </Form>
    </Card>
  );
}
