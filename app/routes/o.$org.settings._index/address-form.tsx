import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { Field } from '~/components/field';
import type { OrganizationAddress } from '~/modules/organizations/domain/organization-address';

interface AddressFormProps {
  readonly held: OrganizationAddress;
  readonly entered: OrganizationAddress;
  readonly mayWrite: boolean;
  readonly faultOf: (field: string) => string | undefined;
}

/** Name and address of the organization. */
export function AddressForm({ held, entered, mayWrite, faultOf }: AddressFormProps) {
  return (
    <Card title="Name and address">
      <Form method="post" noValidate>
        <input type="hidden" name="nameBefore" value={held.name} />
        <input type="hidden" name="slugBefore" value={held.slug} />
        <fieldset className="settings-fields" disabled={!mayWrite}>
          <Field
            label="Name"
            name="name"
            defaultValue={entered.name}
            maxLength={200}
            required
            error={faultOf('name')}
            hint="Shown on every page and in letters."
          />
          <Field
            label="Address"
            name="slug"
            defaultValue={entered.slug}
            maxLength={64}
            required
            autoCapitalize="none"
            spellCheck={false}
            error={faultOf('slug')}
            hint="The part after /o/: small letters, digits and dashes."
          />
        </fieldset>
        {mayWrite ? (
          <Button type="submit" name="intent" value="preview-address">
            Show what changes
          </Button>
        ) : null}
      </Form>
    </Card>
  );
}
