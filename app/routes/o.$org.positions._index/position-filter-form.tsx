import { Form, Link } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import type { PositionFilter } from '~/modules/people/domain/position-filter';

interface PositionFilterFormProps {
  readonly filter: PositionFilter;
  readonly teams: readonly { readonly teamId: string; readonly path: string }[];
  readonly sites: readonly { readonly siteId: string; readonly name: string }[];
  /** Whether the viewer is told more than names, titles, teams and occupations. */
  readonly detailed: boolean;
}

/** Narrows the list; the address is its state. */
export function PositionFilterForm({ filter, teams, sites, detailed }: PositionFilterFormProps) {
  return (
    <Form method="get" role="search" aria-label="Positions" className="position-filter">
      <div className="settings-fields">
        <Field
          label="Title or number"
          name="query"
          type="search"
          maxLength={200}
          defaultValue={filter.query}
        />
        <Field label="Team, with all beneath" name="team">
          {(control) => (
            <select {...control} defaultValue={filter.team ?? ''}>
              <option value="">Any team</option>
              {teams.map(({ teamId, path }) => (
                <option key={teamId} value={teamId}>
                  {path}
                </option>
              ))}
            </select>
          )}
        </Field>
        {detailed ? (
          <Field label="Site" name="site">
            {(control) => (
              <select {...control} defaultValue={filter.site ?? ''}>
                <option value="">Any site</option>
                {sites.map(({ siteId, name }) => (
                  <option key={siteId} value={siteId}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ) : null}
        <Field
          label="Occupation code"
          name="occupation"
          maxLength={10}
          placeholder="33-1091.00"
          defaultValue={filter.occupation}
        />
      </div>
      <div className="bar">
        {detailed ? <Only name="critical" label="Critical" chosen={filter.critical} /> : null}
        <Only name="vacant" label="Vacant" chosen={filter.vacant} />
        <Only name="unwritten" label="Without own profile" chosen={filter.unwritten} />
        <Only name="closed" label="Closed" chosen={filter.closed} />
        <Button type="submit">Show</Button>
        <Link className="link" to="?">
          Show all
        </Link>
      </div>
    </Form>
  );
}

interface OnlyProps {
  readonly name: string;
  readonly label: string;
  readonly chosen: '1' | undefined;
}

function Only({ name, label, chosen }: OnlyProps) {
  return (
    <label className="check">
      <input type="checkbox" name={name} value="1" defaultChecked={chosen === '1'} /> {label}
    </label>
  );
}
