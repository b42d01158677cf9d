import { Form, Link } from '@remix-run/react';
import { Button } from '~/components/button';
import { FILTER_NAMES, filterParameter, type HeatmapFilter } from '../domain/heatmap-filter';
import { FILTER_LABELS, filterChoices, type NamedChoices } from '../domain/heatmap-words';

export interface HeatmapFiltersProps {
  readonly filter: HeatmapFilter;
  readonly choices: NamedChoices;
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

/** Whom the figures count, as a form whose address is its state; works before any script. */
export function HeatmapFilters(props: HeatmapFiltersProps) {
  const { filter, choices, kept, asOf, since, today, clearHref } = props;
  const options = filterChoices(choices);
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
          aria-label={FILTER_LABELS[name]}
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

const EVERY: Readonly<Record<keyof HeatmapFilter, string>> = {
  team: 'All teams',
  site: 'All sites',
  occupation: 'All occupations',
  band: 'All role bands',
  kind: 'All workers',
  available: 'Available or not',
};
