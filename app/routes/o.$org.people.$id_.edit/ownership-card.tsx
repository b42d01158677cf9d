import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { FIELD_LABELS, type OwnableField } from '~/modules/people/domain/owned-fields';

/** The fields that imports leave as they are. */
export function OwnershipCard({ owned }: { readonly owned: readonly OwnableField[] }) {
  return (
    <Card title="Fields that Cadre owns">
      {owned.length === 0 ? (
        <p>None: an import may change every field of this person.</p>
      ) : (
        <ul>
          {owned.map((field) => (
            <li key={field}>
              <Form method="post" className="toolbar">
                <input type="hidden" name="field" value={field} />
                {FIELD_LABELS[field]}
                <Button
                  type="submit"
                  name="intent"
                  value="release"
                  variant="quiet"
                  aria-label={`Let imports change ${FIELD_LABELS[field]} again`}
                >
                  Let imports change it again
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
