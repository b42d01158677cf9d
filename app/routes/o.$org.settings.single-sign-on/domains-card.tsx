import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { EmptyState } from '~/components/empty-state';
import { Field } from '~/components/field';

export interface ShownDomain {
  readonly domain: string;
  /** Name and text of the TXT record. */
  readonly host: string;
  readonly text: string;
  readonly isVerified: boolean;
}

interface DomainsCardProps {
  readonly domains: readonly ShownDomain[];
  readonly faultOf: (field: string) => string | undefined;
}

/** Domains for whose addresses the provider may vouch. */
export function DomainsCard({ domains, faultOf }: DomainsCardProps) {
  return (
    <Card title="Domains of your e-mail addresses" padded={false}>
      {domains.length > 0 ? (
        <DomainsTable domains={domains} />
      ) : (
        <EmptyState title="No domain yet">
          Until a domain is verified, the provider signs in only members who connected their account
          themselves.
        </EmptyState>
      )}
      <div className="card-body">
        <Form method="post" noValidate>
          <Field
            label="Domain"
            name="domain"
            autoCapitalize="none"
            spellCheck={false}
            hint="Such as example.org, without its parts such as mail.example.org."
            error={faultOf('domain')}
            maxLength={253}
            required
          />
          <Button type="submit" name="intent" value="add-domain">
            Add domain
          </Button>
        </Form>
      </div>
    </Card>
  );
}

function DomainsTable({ domains }: Pick<DomainsCardProps, 'domains'>) {
  return (
    <table className="table source-table" aria-label="Domains">
      <thead>
        <tr>
          <th scope="col">Domain</th>
          <th scope="col">State</th>
          <th scope="col">TXT record</th>
          <th scope="col">Actions</th>
        </tr>
      </thead>
      <tbody>
        {domains.map(({ domain, host, text, isVerified }) => (
          <tr key={domain}>
            <th scope="row">{domain}</th>
            <td data-label="State">{isVerified ? 'verified' : 'not verified yet'}</td>
            <td data-label="TXT record">
              <code className="sso-code">{host}</code>
              <code className="sso-code">{text}</code>
            </td>
            <td data-label="Actions">
              <Form method="post" className="toolbar">
                <input type="hidden" name="domain" value={domain} />
                {isVerified ? null : (
                  <Button type="submit" name="intent" value="verify-domain" aria-label={`Verify ${domain}`}>
                    Verify
                  </Button>
                )}
                <Button
                  type="submit"
                  name="intent"
                  value="remove-domain"
                  variant="danger"
                  aria-label={`Remove ${domain}`}
                >
                  Remove
                </Button>
              </Form>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
