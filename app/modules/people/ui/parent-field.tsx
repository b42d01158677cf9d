import { Field } from '~/components/field';

export interface TeamChoice {
  readonly teamId: string;
  readonly path: string;
}

interface ParentFieldProps {
  readonly label: string;
  readonly teams: readonly TeamChoice[];
  /** An id, or `top`. */
  readonly chosen: string;
  readonly error?: string | undefined;
}

/** Under which team, or at the top. */
export function ParentField({ label, teams, chosen, error }: ParentFieldProps) {
  return (
    <Field label={label} name="parent" error={error}>
      {(control) => (
        <select {...control} defaultValue={chosen}>
          <option value="top">None: a top team</option>
          {teams.map(({ teamId, path }) => (
            <option key={teamId} value={teamId}>
              {path}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
