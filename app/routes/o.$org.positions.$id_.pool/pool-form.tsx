import { Form, Link } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { Field } from '~/components/field';
import { TickChoice } from '~/components/tick-choice';
import type { PoolFilters } from '~/modules/people/domain/position-pool';
import { ROLE_BAND_LABELS } from '~/modules/people/domain/role-band';
import type { Position } from '~/modules/people/queries/get-position';

interface PoolFormProps {
  readonly pool: PoolFilters;
  /** Null: the viewer does not plan succession. */
  readonly candidates: Position['candidates'];
  readonly teams: readonly { readonly teamId: string; readonly path: string }[];
  readonly sites: readonly { readonly siteId: string; readonly name: string }[];
  readonly place: string;
  readonly faultOf: (field: string) => string | undefined;
}

/** Filters of a pool, and people entered by hand. */
export function PoolForm({ pool, candidates, teams, sites, place, faultOf }: PoolFormProps) {
  return (
    <Card title="From where it may be filled">
      <Form method="post" noValidate>
        <input type="hidden" name="whole" value="yes" />
        <TickChoice
          legend="Role bands"
          name="bands"
          options={Object.entries(ROLE_BAND_LABELS)}
          chosen={pool.bands.map(String)}
          fault={faultOf('bands')}
        />
        <div className="settings-fields">
          <Field
            label="Occupation codes"
            name="occupations"
            hint="One a line, such as 33-1091.00; empty: the default."
            error={faultOf('occupations')}
          >
            {(control) => <textarea {...control} rows={3} defaultValue={pool.occupations.join('\n')} />}
          </Field>
        </div>
        <TickChoice
          legend="Teams"
          name="teamIds"
          hint="None ticked: any."
          options={teams.map(({ teamId, path }) => [teamId, path])}
          chosen={pool.teamIds}
          fault={faultOf('teamIds')}
        />
        <TickChoice
          legend="Sites"
          name="siteIds"
          hint="None ticked: any."
          options={sites.map(({ siteId, name }) => [siteId, name])}
          chosen={pool.siteIds}
          fault={faultOf('siteIds')}
        />
        {candidates ? <Entered candidates={candidates} faultOf={faultOf} /> : null}
        <div className="bar">
          <Button type="submit" variant="primary">
            Save the pool
          </Button>
          <Link className="link" to={place}>
            Back to the position
          </Link>
        </div>
      </Form>
    </Card>
  );
}

interface EnteredProps extends Pick<PoolFormProps, 'faultOf'> {
  readonly candidates: NonNullable<Position['candidates']>;
}

/** People entered by hand: each can be taken out, one can be added. */
function Entered({ candidates, faultOf }: EnteredProps) {
  return (
    <>
      <fieldset className="settings-choices">
        <legend>Entered by hand</legend>
        {candidates.length === 0 ? <p className="small">Nobody yet.</p> : null}
        {candidates.map(({ employeeId, name, externalId, move }) => (
          <label key={employeeId} className="upload-choice">
            <input type="checkbox" name="kept" value={`${employeeId}:${move}`} defaultChecked /> {name} (
            {externalId}), {move === 'down' ? 'a move down' : 'a move sideways'}
          </label>
        ))}
      </fieldset>
      <div className="settings-fields">
        <Field
          label="Somebody to enter"
          name="number"
          maxLength={200}
          hint="Name, personnel number or e-mail address."
          error={faultOf('number') ?? faultOf('candidates')}
        />
        <Field label="It is a move" name="move" error={faultOf('move')}>
          {(control) => (
            <select {...control} defaultValue="sideways">
              <option value="sideways">sideways</option>
              <option value="down">down</option>
            </select>
          )}
        </Field>
      </div>
    </>
  );
}
