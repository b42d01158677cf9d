import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { DayText } from '~/components/date-text';
import { EmptyState } from '~/components/empty-state';
import { Field } from '~/components/field';
import type { SecondFactorsView } from '~/modules/organizations/queries/get-second-factors';
import { PasskeyForm } from '~/modules/organizations/ui/passkey-form';
import type { SecurityPageProps } from './security-page';

type Kept = SecondFactorsView['passkeys'][number];

export interface ShownPasskey {
  readonly credentialId: string;
  readonly name: string;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
}

/** A passkey with its moments as text. */
export function shownPasskey({ createdAt, lastUsedAt, ...passkey }: Kept): ShownPasskey {
  return {
    ...passkey,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}

type PasskeysCardProps = Pick<SecurityPageProps, 'passkeys' | 'fresh' | 'mayAddPasskeys' | 'next'>;

/** The passkeys of whoever is signed in: names, removal, and a new one. */
export function PasskeysCard({ passkeys, fresh, mayAddPasskeys, next }: PasskeysCardProps) {
  return (
    <Card title="Passkeys" padded={false}>
      {passkeys.length > 0 ? (
        <ul className="factor-list">
          {passkeys.map((passkey) => (
            <li key={passkey.credentialId}>
              <PasskeyLine passkey={passkey} />
              {fresh ? <PasskeyForms passkey={passkey} next={next} /> : null}
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState title="No passkey">
          A passkey of your device or security key signs you in by itself, with its own lock, and is proof
          against forged sign-in pages.
        </EmptyState>
      )}
      {fresh ? (
        <div className="card-body factor-body">
          {mayAddPasskeys ? (
            <>
              <noscript>
                <p>Adding a passkey needs script, which this browser does not run here.</p>
              </noscript>
              <PasskeyForm key={passkeys.length} purpose="register" label="Add a passkey">
                <input type="hidden" name="next" value={next} />
                <Field
                  label="Name"
                  name="name"
                  hint="Such as the device it is on."
                  maxLength={100}
                  required
                />
              </PasskeyForm>
            </>
          ) : (
            <p>
              Passkeys need an address with a name, such as <code>localhost</code>; this page was opened by a
              number.
            </p>
          )}
        </div>
      ) : null}
    </Card>
  );
}

function PasskeyLine({ passkey: { name, createdAt, lastUsedAt } }: { readonly passkey: ShownPasskey }) {
  return (
    <div>
      <strong>{name}</strong>
      <div className="small">
        Added <DayText day={createdAt} />,{' '}
        {lastUsedAt ? (
          <>
            last used <DayText day={lastUsedAt} />
          </>
        ) : (
          'not used yet'
        )}
      </div>
    </div>
  );
}

function PasskeyForms({ passkey, next }: { readonly passkey: ShownPasskey; readonly next: string }) {
  const { credentialId, name } = passkey;
  return (
    <details className="factor-change">
      <summary>Change {name}</summary>
      <Form method="post">
        <input type="hidden" name="next" value={next} />
        <input type="hidden" name="credentialId" value={credentialId} />
        <Field label="New name" name="name" defaultValue={name} maxLength={100} required />
        <div className="button-row">
          <Button type="submit" name="intent" value="rename-passkey">
            Rename
          </Button>
          <Button type="submit" name="intent" value="remove-passkey" variant="danger">
            Remove
          </Button>
        </div>
      </Form>
    </details>
  );
}
