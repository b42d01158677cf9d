import { Form } from '@remix-run/react';
import { Button, ButtonLink } from '~/components/button';
import { Card } from '~/components/card';
import type { Role } from '~/modules/organizations/domain/role';
import { MadeTokens } from './made-tokens';
import type { ListedMember } from './members-table';
import { RightsFields, type TeamChoice } from './rights-fields';

interface MemberFormProps {
  readonly member: ListedMember;
  readonly roles: readonly Role[];
  readonly teams: readonly TeamChoice[];
  readonly teamError?: string | undefined;
  /** Where the settings are, of which members and tokens are parts. */
  readonly settingsAt: string;
}

/** Changes a member's rights, or takes the member out. */
export function MemberForm({ member, roles, teams, teamError, settingsAt }: MemberFormProps) {
  return (
    <Card title={`Rights of ${member.name}`}>
      <Form method="post" key={member.userId}>
        <input type="hidden" name="member" value={member.userId} />
        <RightsFields
          roles={roles}
          chosen={member.role}
          teams={teams}
          teamScope={member.teamScope}
          teamError={teamError}
        />
        {member.isSelf ? null : (
          <label className="upload-choice">
            <input
              type="checkbox"
              name="grant"
              value="bench:names"
              defaultChecked={member.grants.includes('bench:names')}
            />
            An executive sees names on the succession bench
          </label>
        )}
        <p className="field field-hint">
          {member.isSelf ? 'You confirm' : 'They confirm'} who {member.isSelf ? 'you are' : 'they are'} before
          this organization opens again, and a letter says what changed.
        </p>
        <MadeTokens maker={member.name} names={member.tokens} tokensAt={`${settingsAt}/tokens`} />
        <div className="toolbar">
          <Button type="submit" name="intent" value="change" variant="primary">
            Save rights
          </Button>
          <Button type="submit" name="intent" value="remove" variant="danger">
            Remove from the organization
          </Button>
          <ButtonLink to={`${settingsAt}/members`} variant="quiet">
            Cancel
          </ButtonLink>
        </div>
      </Form>
    </Card>
  );
}
