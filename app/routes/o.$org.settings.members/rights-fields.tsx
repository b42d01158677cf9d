import { Field } from '~/components/field';
import { NO_TEAMS } from '~/modules/organizations/domain/member-rights';
import { ROLE_LABELS, type Role } from '~/modules/organizations/domain/role';

export interface TeamChoice {
  readonly teamId: string;
  readonly path: string;
}

interface RightsFieldsProps {
  /** Roles that may be given here. */
  readonly roles: readonly Role[];
  readonly chosen: Role;
  readonly teams: readonly TeamChoice[];
  readonly teamScope: readonly string[];
  readonly teamError?: string | undefined;
}

const ROWS = 5;

/** Role, and the teams that a director sees. */
export function RightsFields({ roles, chosen, teams, teamScope, teamError }: RightsFieldsProps) {
  const lacksTeams = teams.length === 0 && roles.includes('director');
  return (
    <>
      <Field
        label="Role"
        name="role"
        hint={lacksTeams && !teamError ? NO_TEAMS : undefined}
        error={teams.length === 0 ? teamError : undefined}
      >
        {(control) => (
          <select {...control} defaultValue={chosen}>
            {roles.map((one) => (
              <option key={one} value={one} disabled={lacksTeams && one === 'director' && one !== chosen}>
                {ROLE_LABELS[one]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {teams.length > 0 ? (
        <Field
          label="Teams"
          name="team"
          hint="For a director only: these teams and all beneath them. Hold Ctrl to choose several."
          error={teamError}
        >
          {(control) => (
            <select {...control} multiple size={Math.min(ROWS, teams.length)} defaultValue={[...teamScope]}>
              {teams.map(({ teamId, path }) => (
                <option key={teamId} value={teamId}>
                  {path}
                </option>
              ))}
            </select>
          )}
        </Field>
      ) : null}
    </>
  );
}
