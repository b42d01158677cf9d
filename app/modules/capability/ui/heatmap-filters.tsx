import { Form, Link } from '@remix-run/react';
import { Button } from '~/components/button';
import type { EmployeeKind } from '~/modules/people/domain/employment-words';
import { ROLE_BAND_LABELS } from '~/modules/people/domain/role-band';
import { FILTER_NAMES, filterParameter, type HeatmapFilter, NONE } from '../domain/heatmap-filter';

interface Choice {
  readonly id: string;
  readonly name: string;
}

export interface HeatmapFiltersProps {
  readonly filter: HeatmapFilter;
  readonly choices: {
    readonly teams: readonly Choice[];
    readonly sites: readonly Choice[];
    readonly occupations: readonly Choice[];
  };
  /** Names and values of the address that the form keeps. */
  readonly kept: readonly (readonly [string, string])[];
  /** The day asked for; null: today. */
  readonly asOf: string | null;
  /** The earlier day of a trend; null where no trend is shown. */
  readonly since: string | null;
  readonly today: string;
  /** Address without any filter and day; null where there is none. */
  readonly clearHref: string | null;
}

const KIND_WORDS: Readonly<Record<EmployeeKind, string>> = {
  employee: 'Employees',
  agency: 'Agency workers',
  contractor: 'Contractors',
};
const AVAILABLE = [
  { id: 'yes', name: 'Available' },
  { id: 'no', name: 'Not available' },
];
const BANDS = Object.entries(ROLE_BAND_LABELS).map(([id, name]) => ({ id, name }));
const KINDS = Object.entries(KIND_WORDS).map(([id, name]) => ({ id, name }));

/** Whom the figures count, as a form whose address is its state; works before any script. */
export function HeatmapFilters(props: HeatmapFiltersProps) {
  const { filter, choices, kept, asOf, since, today, clearHref } = props;
  const options: Readonly<Record<keyof HeatmapFilter, readonly Choice[]>> = {
    team: choices.teams,
    site: [...choices.sites, { id: NONE, name: 'No site' }],
    occupation: [...choices.occupations, { id: NONE, name: 'No confirmed occupation' }],
    band: [...BANDS, { id: NONE, name: 'No role band' }],
    kind: KINDS,
    available: AVAILABLE,
  };
  return (
    <Form method="get" className="bar heatmap-filters" preventScrollReset aria-label="Filters">
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {FILTER_NAMES.map((name) => (
        <select
          key={`${name} ${filter[name]}`}
          className="input"
          name={filterParameter(name)}
          aria-label={LABELS[name]}
          defaultValue={filter[name] ?? ''}
        >
          <option value="">{EVERY[name]}</option>
          {options[name].map((option) => (
            <option key={option.id} value={option.id}>
              {option.name}
            </option>
          ))}
        </select>
      ))}
      <label className="check">
        As of
        <input key={asOf} className="input" type="date" name="asOf" max={today} defaultValue={asOf ?? ''} />
      </label>
      {since === null ? null : (
        <label className="check">
          Since
          <input key={since} className="input" type="date" name="since" max={today} defaultValue={since} />
        </label>
      )}
      <Button type="submit">Apply</Button>
      {clearHref ? (
        <Link className="button" data-variant="quiet" to={clearHref} preventScrollReset>
          Clear
        </Link>
      ) : null}
    </Form>
  );
}

const LABELS: Readonly<Record<keyof HeatmapFilter, string>> = {
  team: 'Team',
  site: 'Site',
  occupation: 'Occupation',
  band: 'Role band',
  kind: 'Kind of worker',
  available: 'Availability',
};

const EVERY: Readonly<Record<keyof HeatmapFilter, string>> = {
  team: 'All teams',
  site: 'All sites',
  occupation: 'All occupations',
  band: 'All role bands',
  kind: 'All workers',
  available: 'Available or not',
};
