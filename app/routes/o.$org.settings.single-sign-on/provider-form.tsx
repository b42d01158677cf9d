import { Form, useNavigation } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { Field } from '~/components/field';
import type { JoinRole } from '~/modules/organizations/domain/sso/connection';

export interface ShownConnection {
  readonly issuer: string;
  readonly clientId: string;
  readonly joinRole: JoinRole | null;
  readonly enabled: boolean;
  readonly isProven: boolean;
}

interface ProviderFormProps {
  readonly connection: ShownConnection | null;
  /** What is to be registered at the provider. */
  readonly redirectUri: string;
  /** Whether the reader may name another provider. */
  readonly isOwner: boolean;
  readonly faultOf: (field: string) => string | undefined;
}

/** The identity provider of the organization. */
export function ProviderForm({ connection, redirectUri, isOwner, faultOf }: ProviderFormProps) {
  const isBusy = useNavigation().state === 'submitting';
  return (
    <Card title="Identity provider">
      <div className="sso-part">
        <p>
          Register Cadre at your provider as a web application with OpenID Connect, and give it this redirect
          address:
          <code className="sso-code">{redirectUri}</code>
        </p>
        <p>
          {isOwner
            ? 'With another issuer or client id the domains below are to be verified again.'
            : 'Only an owner chooses the provider: its issuer and its client id stay as they are here.'}
        </p>
        <Form method="post" noValidate>
          <Field
            label="Issuer"
            name="issuer"
            type="url"
            defaultValue={connection?.issuer ?? ''}
            hint="The provider's address without /.well-known/openid-configuration."
            error={faultOf('issuer')}
            maxLength={500}
            readOnly={!isOwner}
            required
          />
          <Field
            label="Client id"
            name="clientId"
            defaultValue={connection?.clientId ?? ''}
            autoComplete="off"
            spellCheck={false}
            error={faultOf('clientId')}
            maxLength={300}
            readOnly={!isOwner}
            required
          />
          <Field
            label="Client secret"
            name="clientSecret"
            type="password"
            autoComplete="off"
            hint={
              connection
                ? 'Left empty, the one that is stored stays. It is never shown.'
                : 'It is stored encrypted and never shown again.'
            }
            error={faultOf('clientSecret')}
            maxLength={1000}
          />
          <Field
            label="Who comes for the first time"
            name="joinRole"
            hint="With an address that the provider has verified, in a domain below. Every other role is given by a person."
          >
            {(control) => (
              <select {...control} defaultValue={connection ? (connection.joinRole ?? 'none') : 'employee'}>
                <option value="employee">becomes a member as employee</option>
                <option value="executive">becomes a member as executive</option>
                <option value="none">comes in only when invited before</option>
              </select>
            )}
          </Field>
          <label className="upload-choice">
            <input type="checkbox" name="enabled" value="yes" defaultChecked={connection?.enabled ?? false} />
            Members can sign in through this provider
          </label>
          <div className="toolbar">
            <Button type="submit" name="intent" value="save" variant="primary" aria-busy={isBusy}>
              Save
            </Button>
          </div>
        </Form>
        {connection ? (
          <Form method="post" className="sso-part">
            <p>
              {connection.isProven
                ? 'Somebody signed in through this provider already.'
                : 'Nobody signed in through this provider yet.'}
            </p>
            <div className="toolbar">
              <Button type="submit" name="intent" value="test">
                Test connection
              </Button>
            </div>
          </Form>
        ) : null}
      </div>
    </Card>
  );
}
