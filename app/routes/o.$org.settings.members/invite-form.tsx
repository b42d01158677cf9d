import { Form, useNavigation } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { Field } from '~/components/field';
import type { Role } from '~/modules/organizations/domain/role';
import type { EnteredInvitation } from './obey-members-form.server';
import { RightsFields, type TeamChoice } from './rights-fields';

interface InviteFormProps {
  readonly roles: readonly Role[];
  readonly teams: readonly TeamChoice[];
  /** What was typed into an invitation that was refused. */
  readonly entered: EnteredInvitation | null;
  readonly faultOf: (field: string) => string | undefined;
}

/** Invites somebody by a letter. */
export function InviteForm({ roles, teams, entered, faultOf }: InviteFormProps) {
  const isBusy = useNavigation().state === 'submitting';
  return (
    <Card title="Invite somebody">
      <Form method="post" noValidate>
        <Field
          label="E-mail"
          name="email"
          type="email"
          autoComplete="off"
          required
          defaultValue={entered?.email}
          maxLength={320}
          error={faultOf('email')}
          hint="A letter brings a link that works once, within seven days."
        />
        <RightsFields
          roles={roles}
          chosen={entered?.role ?? 'employee'}
          teams={teams}
          teamScope={entered?.teamScope ?? []}
          teamError={faultOf('team')}
        />
        <Button type="submit" name="intent" value="invite" variant="primary" aria-busy={isBusy}>
          Send invitation
        </Button>
      </Form>
    </Card>
  );
}
