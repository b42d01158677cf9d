import { ButtonLink } from '~/components/button';
import { MomentText } from '~/components/date-text';
import type { Grant, Role } from '~/modules/organizations/domain/role';
import { ROLE_LABELS } from '~/modules/organizations/domain/role';

export interface ListedMember {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly teamScope: readonly string[];
  readonly grants: readonly Grant[];
  /** Names of the teams. */
  readonly scope: string;
  /** Names of the tokens that they made and that work; none for whoever may not revoke them. */
  readonly tokens: readonly string[];
  readonly lastSeenAt: string | null;
  readonly hasSecondFactor: boolean;
  readonly isSelf: boolean;
  /** Whether the reader may change the member. */
  readonly isOpen: boolean;
}

interface MembersTableProps {
  readonly members: readonly ListedMember[];
  /** IANA name. */
  readonly zone: string;
}

/** Who belongs to the organization, with which rights, and when they were last here. */
export function MembersTable({ members, zone }: MembersTableProps) {
  return (
    <table className="table source-table" aria-label="Members">
      <thead>
        <tr>
          <th scope="col">Member</th>
          <th scope="col">Role</th>
          <th scope="col">Teams</th>
          <th scope="col">Last seen</th>
          <th scope="col">Second factor</th>
          <th scope="col">Rights</th>
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <tr key={member.userId}>
            <th scope="row">
              {member.name}
              {member.isSelf ? ' (you)' : ''}
              <span className="small">{member.email}</span>
            </th>
            <td data-label="Role">
              {ROLE_LABELS[member.role]}
              {member.grants.includes('bench:names') ? (
                <span className="small">sees names on the bench</span>
              ) : null}
              {member.tokens.length > 0 ? (
                <span className="small">
                  {member.tokens.length === 1
                    ? 'made 1 API token'
                    : `made ${member.tokens.length} API tokens`}
                </span>
              ) : null}
            </td>
            <td data-label="Teams">{member.scope || 'none'}</td>
            <td data-label="Last seen">
              {member.lastSeenAt ? <MomentText moment={member.lastSeenAt} zone={zone} /> : 'not signed in'}
            </td>
            <td data-label="Second factor">{member.hasSecondFactor ? 'yes' : 'no'}</td>
            <td data-label="Rights">
              {member.isOpen ? (
                <ButtonLink to={`?member=${member.userId}`} aria-label={`Change ${member.name}`}>
                  Change
                </ButtonLink>
              ) : (
                'fixed for you'
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
