import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Button } from '~/components/button';
import { EMPLOYEE_KINDS } from '~/modules/people/domain/employment-words';
import { PEOPLE_SORTS, PEOPLE_STATUSES, type PeopleAddress } from '~/modules/people/domain/people-filter';
import { ROLE_BAND_LABELS } from '~/modules/people/domain/role-band';
import { FILTER_STATUS_LABELS, KIND_LABELS, SORT_LABELS } from './labels';

interface PeopleSearchProps {
  readonly state: PeopleAddress;
  readonly day: string;
  /** Whether statuses and kinds are the viewer's business. */
  readonly detailed: boolean;
  readonly choices: {
    readonly teams: readonly { readonly id: string; readonly path: string }[];
    readonly moreTeams: boolean;
    readonly sites: readonly { readonly id: string; readonly name: string }[];
    readonly occupations: readonly { readonly soc: string; readonly title: string }[];
  };
}

/** Search and filters as a form whose address is its state. */
export function PeopleSearch({ state, day, detailed, choices }: PeopleSearchProps) {
  const { filter, sort } = state;
  return (
    <Form method="get" className="people-search" role="search">
      <div className="bar">
        <label className="sr-only" htmlFor="people-query">
          Search people
        </label>
        <input
          id="people-query"
          className="input"
          type="search"
          name="query"
          defaultValue={filter.query}
          placeholder={detailed ? 'Name, title, personnel number or e-mail' : 'Name or title'}
          maxLength={200}
          autoComplete="off"
        />
        <Button type="submit">Search</Button>
      </div>
      <div className="bar">
        <Choice name="team" label="Team" every="All teams" value={filter.team}>
          {choices.teams.map(({ id, path }) => (
            <option key={id} value={id}>
              {path}
            </option>
          ))}
        </Choice>
        <Choice name="site" label="Site" every="All sites" value={filter.site}>
          {choices.sites.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Choice>
        <Choice name="occupation" label="Occupation" every="All occupations" value={filter.occupation}>
          {choices.occupations.map(({ soc, title }) => (
            <option key={soc} value={soc}>
              {soc} {title}
            </option>
          ))}
        </Choice>
        <Choice name="band" label="Role band" every="All bands" value={filter.band?.toString() ?? null}>
          {Object.entries(ROLE_BAND_LABELS).map(([band, label]) => (
            <option key={band} value={band}>
              {label}
            </option>
          ))}
        </Choice>
        {detailed ? <DetailChoices filter={filter} /> : null}
        <Choice name="sort" label="Sorted by" value={sort}>
          {PEOPLE_SORTS.map((one) => (
            <option key={one} value={one}>
              By {SORT_LABELS[one].toLowerCase()}
            </option>
          ))}
        </Choice>
        <label className="check">
          On
          <input className="input" type="date" name="asOf" defaultValue={state.asOf === null ? '' : day} />
        </label>
        <Button type="submit">Apply</Button>
      </div>
      {choices.moreTeams ? (
        <p className="small">
          Teams further down are reached from the list of teams: each leads here with its people.
        </p>
      ) : null}
    </Form>
  );
}

function DetailChoices({ filter }: Pick<PeopleAddress, 'filter'>) {
  return (
    <>
      <Choice name="status" label="Status" value={filter.status}>
        {PEOPLE_STATUSES.map((status) => (
          <option key={status} value={status}>
            {FILTER_STATUS_LABELS[status]}
          </option>
        ))}
      </Choice>
      <Choice name="kind" label="Kind" every="All kinds" value={filter.kind}>
        {EMPLOYEE_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {KIND_LABELS[kind]}
          </option>
        ))}
      </Choice>
      <label className="check">
        <input type="checkbox" name="unmapped" value="yes" defaultChecked={filter.unmapped} />
        Without an occupation
      </label>
    </>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  /** What the choice of nothing is called; absent where something is always chosen. */
  readonly every?: string;
  readonly value: string | null;
  readonly children: ReactNode;
}

function Choice({ name, label, every, value, children }: ChoiceProps) {
  return (
    <select className="input" name={name} aria-label={label} defaultValue={value ?? ''}>
      {every ? <option value="">{every}</option> : null}
      {children}
    </select>
  );
}
