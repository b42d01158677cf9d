import { Field } from '~/components/field';
import { ROLE_BAND_LABELS } from '../domain/role-band';

/** What is typed about a post; every value is the text of its control. */
export interface EnteredPosition {
  readonly title: string;
  readonly teamId: string;
  readonly siteId: string;
  readonly soc: string;
  readonly roleBand: string;
  readonly critical: string;
}

interface PositionFieldsProps {
  readonly entered: EnteredPosition;
  readonly teams: readonly { readonly teamId: string; readonly path: string }[];
  readonly sites: readonly { readonly siteId: string; readonly name: string }[];
  readonly faultOf: (field: string) => string | undefined;
}

/** The fields of a post. */
export function PositionFields({ entered, teams, sites, faultOf }: PositionFieldsProps) {
  return (
    <>
      <div className="settings-fields">
        <Field
          label="Title"
          name="title"
          required
          maxLength={300}
          defaultValue={entered.title}
          error={faultOf('title')}
        />
        <Field label="Team" name="teamId" error={faultOf('teamId')}>
          {(control) => (
            <select {...control} required defaultValue={entered.teamId}>
              <option value="">Choose a team</option>
              {teams.map(({ teamId, path }) => (
                <option key={teamId} value={teamId}>
                  {path}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Site" name="siteId" error={faultOf('siteId')}>
          {(control) => (
            <select {...control} defaultValue={entered.siteId}>
              <option value="">No site</option>
              {sites.map(({ siteId, name }) => (
                <option key={siteId} value={siteId}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field
          label="Occupation code"
          name="soc"
          maxLength={10}
          placeholder="33-1091.00"
          hint="Such as 33-1091.00; may stay empty."
          defaultValue={entered.soc}
          error={faultOf('soc')}
        />
        <Field label="Role band" name="roleBand" hint="May stay open." error={faultOf('roleBand')}>
          {(control) => (
            <select {...control} defaultValue={entered.roleBand}>
              <option value="">Not said</option>
              {Object.entries(ROLE_BAND_LABELS).map(([band, label]) => (
                <option key={band} value={band}>
                  {band} · {label}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <p>
        <label className="check">
          <input type="checkbox" name="critical" value="yes" defaultChecked={entered.critical === 'yes'} /> A
          critical post: it must not stay vacant
        </label>
      </p>
    </>
  );
}
