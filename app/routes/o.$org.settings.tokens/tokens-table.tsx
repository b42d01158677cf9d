import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { MomentText } from '~/components/date-text';
import { ROLE_LABELS, type Role } from '~/modules/organizations/domain/role';

export interface TokenRow {
  readonly tokenId: string;
  readonly name: string;
  readonly role: Role;
  /** Names of the teams. */
  readonly scope: string;
  /** By whom, or where: it follows "made". */
  readonly made: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly lastUsedAt: string | null;
  readonly isOver: boolean;
  readonly needsApproval: boolean;
  /** Whether the reader may approve or revoke it. */
  readonly mayApprove: boolean;
  readonly mayRevoke: boolean;
}

interface TokensTableProps {
  readonly tokens: readonly TokenRow[];
  readonly zone: string;
}

/** Tokens that were not revoked: what each may do, until when, and when it was last used. */
export function TokensTable({ tokens, zone }: TokensTableProps) {
  return (
    <table className="table source-table" aria-label="Tokens">
      <thead>
        <tr>
          <th scope="col">Token</th>
          <th scope="col">Role</th>
          <th scope="col">Good until</th>
          <th scope="col">Last used</th>
          <th scope="col">Actions</th>
        </tr>
      </thead>
      <tbody>
        {tokens.map((token) => (
          <tr key={token.tokenId}>
            <th scope="row">
              {token.name}
              <span className="small">
                made {token.made}, <MomentText moment={token.createdAt} zone={zone} />
              </span>
            </th>
            <td data-label="Role">
              {ROLE_LABELS[token.role]}
              {token.scope ? <span className="small">{token.scope}</span> : null}
            </td>
            <td data-label="Good until">
              {token.isOver ? 'over since ' : null}
              <MomentText moment={token.expiresAt} zone={zone} />
              {token.needsApproval ? <span className="small">opens nothing until approved</span> : null}
            </td>
            <td data-label="Last used">
              {token.lastUsedAt ? <MomentText moment={token.lastUsedAt} zone={zone} /> : 'never'}
            </td>
            <td data-label="Actions">
              <TokenActions token={token} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function TokenActions({ token: { tokenId, name, mayApprove, mayRevoke } }: { readonly token: TokenRow }) {
  if (!mayApprove && !mayRevoke) return <>fixed for you</>;
  return (
    <Form method="post" className="toolbar">
      <input type="hidden" name="token" value={tokenId} />
      {mayApprove ? (
        <Button type="submit" name="intent" value="approve" aria-label={`Approve ${name}`}>
          Approve
        </Button>
      ) : null}
      {mayRevoke ? (
        <Button type="submit" name="intent" value="revoke" variant="danger" aria-label={`Revoke ${name}`}>
          Revoke
        </Button>
      ) : null}
    </Form>
  );
}
