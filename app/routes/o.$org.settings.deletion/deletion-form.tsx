import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { Field } from '~/components/field';
import { ConfirmFirst } from '~/modules/organizations/ui/confirm-first';

interface DeletionFormProps {
  readonly organization: { readonly name: string; readonly slug: string };
  /** Where the owner first shows anew who they are; null: not needed. */
  readonly confirmTo: string | null;
  readonly faultOf: (field: string) => string | undefined;
}

/** Deletes the organization once its address was typed. */
export function DeletionForm({ organization, confirmTo, faultOf }: DeletionFormProps) {
  const { name, slug } = organization;
  const copied = faultOf('copied');
  return (
    <Card title={`Delete ${name}`}>
      <div className="document">
        <p>
          At once nobody is a member any more and no token opens it; accounts that belong to no other
          organization go too. Every row is then removed, the audit log included. There is no way back;
          backups hold it until they are replaced.
        </p>
      </div>
      {confirmTo ? (
        <ConfirmFirst to={confirmTo} />
      ) : (
        <Form method="post">
          <label className="upload-choice">
            <input type="checkbox" name="copied" value="yes" aria-invalid={copied ? true : undefined} />
            The copies that we need are made
          </label>
          <Field
            label="Address of the organization, typed"
            name="slug"
            hint={`Type: ${slug}`}
            error={faultOf('slug')}
            autoComplete="off"
            autoCapitalize="none"
            required
          />
          <Button type="submit" variant="danger">
            Delete {name} for good
          </Button>
        </Form>
      )}
    </Card>
  );
}
