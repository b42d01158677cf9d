import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { Field } from '~/components/field';
import type { Role } from '~/modules/organizations/domain/role';
import { MOST_TOKEN_DAYS } from '~/modules/organizations/domain/token-rights';
import { RightsFields, type TeamChoice } from '../o.$org.settings.members/rights-fields';

interface TokenFormProps {
  /** Of the token that the form makes: sent twice, it makes one. */
  readonly tokenId: string;
  readonly roles: readonly Role[];
  readonly teams: readonly TeamChoice[];
  /** Whether nobody else could approve a token of the reader. */
  readonly isAlone: boolean;
  readonly faultOf: (field: string) => string | undefined;
}

/** Makes a token. */
export function TokenForm({ tokenId, roles, teams, isAlone, faultOf }: TokenFormProps) {
  return (
    <Card title="Make a token">
      <Form method="post" noValidate>
        <input type="hidden" name="token" value={tokenId} />
        <Field
          label="Name"
          name="name"
          maxLength={100}
          required
          autoComplete="off"
          error={faultOf('name')}
          hint="What it is for. It stands in the audit log."
        />
        <RightsFields
          roles={roles}
          chosen="executive"
          teams={teams}
          teamScope={[]}
          teamError={faultOf('team')}
        />
        <Field
          label="Good for, days"
          name="days"
          inputMode="numeric"
          defaultValue="90"
          required
          error={faultOf('days')}
          hint={`1 to ${MOST_TOKEN_DAYS}.`}
        />
        <p className="field field-hint">
          A token of an HR partner or a director shows individual ratings: it opens nothing until another
          administrator approves it.
          {isAlone
            ? ' You are the only one so far: invite another owner or administrator, or ask whoever runs this installation for a token by cadre token create, which needs no approval.'
            : null}
        </p>
        <Button type="submit" name="intent" value="make" variant="primary">
          Make token
        </Button>
      </Form>
    </Card>
  );
}
