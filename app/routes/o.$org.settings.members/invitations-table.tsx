import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { MomentText } from '~/components/date-text';
import { ROLE_LABELS, type Role } from '~/modules/organizations/domain/role';

export interface ListedInvitation {
  readonly invitationId: string;
  readonly email: string;
  readonly role: Role;
  readonly scope: string;
  readonly expiresAt: string;
  readonly isOver: boolean;
}

interface InvitationsTableProps {
  readonly invitations: readonly ListedInvitation[];
  readonly zone: string;
  readonly mayWrite: boolean;
}

/** Who is invited and has not come yet. */
export function InvitationsTable({ invitations, zone, mayWrite }: InvitationsTableProps) {
  return (
    <table className="table source-table" aria-label="Open invitations">
      <thead>
        <tr>
          <th scope="col">Address</th>
          <th scope="col">Role</th>
          <th scope="col">Teams</th>
          <th scope="col">Link is good until</th>
          {mayWrite ? <th scope="col">Actions</th> : null}
        </tr>
      </thead>
      <tbody>
        {invitations.map(({ invitationId, email, role, scope, expiresAt, isOver }) => (
          <tr key={invitationId}>
            <th scope="row">{email}</th>
            <td data-label="Role">{ROLE_LABELS[role]}</td>
            <td data-label="Teams">{scope || 'none'}</td>
            <td data-label="Link is good until">
              {isOver ? 'expired ' : null}
              <MomentText moment={expiresAt} zone={zone} />
            </td>
            {mayWrite ? (
              <td data-label="Actions">
                <Form method="post" className="toolbar">
                  <input type="hidden" name="invitation" value={invitationId} />
                  <Button type="submit" name="intent" value="again" aria-label={`Send again to ${email}`}>
                    Send again
                  </Button>
                  <Button
                    type="submit"
                    name="intent"
                    value="revoke"
                    variant="danger"
                    aria-label={`Take back from ${email}`}
                  >
                    Take back
                  </Button>
                </Form>
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
