import { Field } from '~/components/field';
import {
  DIMENSION_LABELS,
  DIMENSIONS,
  type Dimension,
  instrumentOf,
} from '~/modules/frameworks/domain/dimension';
import { LEVEL_LABELS } from '~/modules/frameworks/domain/level';
import type { RequirementFacts } from '../../domain/requirements/requirement';

export interface RequirementFieldsProps {
  /** What the fields begin with; null: nothing yet. */
  readonly facts: RequirementFacts | null;
  readonly from: string;
  readonly teams: readonly { readonly teamId: string; readonly path: string }[];
}

/** The fields of a requirement: what, how many, and on which teams. */
export function RequirementFields({ facts, from, teams }: RequirementFieldsProps) {
  const groups = facts?.groups;
  const named = new Set(groups?.kind === 'teams' ? groups.teamIds : []);
  const below = groups?.kind === 'below' ? groups : null;
  return (
    <>
      <div className="settings-fields">
        <Field label="Name" name="name" defaultValue={facts?.name ?? ''} maxLength={200} required />
        <Field
          label="At least so many people"
          name="minimum"
          type="number"
          min={1}
          max={9999}
          required
          defaultValue={facts?.minimum ?? 2}
        />
        <Field label="Dimension" name="dimension">
          {(control) => (
            <select {...control} defaultValue={facts?.dimension ?? 'mastery'}>
              {DIMENSIONS.map((dimension) => (
                <option key={dimension} value={dimension}>
                  {DIMENSION_LABELS[dimension]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Level" name="level">
          {(control) => (
            <select {...control} defaultValue={String(facts?.level ?? 3)}>
              {([1, 2, 3, 4] as const).map((level) => (
                <option key={level} value={level}>
                  {levelWords(level)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="From" name="from" type="date" defaultValue={from} required />
        <Field
          label="Reason"
          name="reason"
          defaultValue={facts?.reason ?? ''}
          maxLength={1000}
          hint="Why it is needed."
        />
      </div>
      <fieldset className="target-choices" data-wide>
        <legend>On which teams</legend>
        <label className="check">
          <input type="radio" name="kind" value="below" defaultChecked={groups?.kind !== 'teams'} />
          Each team beneath one, whose name holds some words
        </label>
        <label className="check">
          <input type="radio" name="kind" value="teams" defaultChecked={groups?.kind === 'teams'} />
          The teams ticked below
        </label>
      </fieldset>
      <div className="settings-fields" data-for="below">
        <Field label="Beneath" name="below">
          {(control) => (
            <select {...control} defaultValue={below?.teamId ?? ''}>
              <option value="">the whole organization</option>
              {teams.map(({ teamId, path }) => (
                <option key={teamId} value={teamId}>
                  {path}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field
          label="Name holds"
          name="nameHolds"
          defaultValue={below?.nameHolds ?? ''}
          maxLength={200}
          hint="Such as “night”. Empty: every team beneath."
        />
      </div>
      <fieldset
        className="target-choices"
        data-wide
        data-for="teams"
        data-long={teams.length > 20 ? true : undefined}
      >
        <legend>Teams</legend>
        {teams.map(({ teamId, path }) => (
          <label key={teamId} className="check">
            <input type="checkbox" name="team" value={teamId} defaultChecked={named.has(teamId)} />
            {path}
          </label>
        ))}
      </fieldset>
    </>
  );
}

/** The number with what instruments call it. */
function levelWords(level: 1 | 2 | 3 | 4): string {
  const words = new Set(DIMENSIONS.map((one: Dimension) => LEVEL_LABELS[instrumentOf(one)][level]));
  return `${level} ${[...words].join(' or ')}`;
}
