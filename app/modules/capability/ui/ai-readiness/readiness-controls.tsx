import { Form, Link } from '@remix-run/react';
import { useId } from 'react';
import { Button } from '~/components/button';
import { SegmentedLinks, type SegmentOption } from '~/components/segmented-links';
import { formatDay } from '~/shared/format-day';

interface Named {
  readonly id: string;
  readonly name: string;
}

interface ReadinessControlsProps {
  readonly rows: readonly SegmentOption[];
  readonly teams: readonly Named[];
  readonly sites: readonly Named[];
  readonly days: readonly string[];
  readonly chosen: {
    readonly team: string;
    readonly site: string;
    readonly asOf: string;
    readonly since: string;
  };
  /** What the form keeps of the address. */
  readonly kept: Readonly<Record<string, string>>;
  /** Address without any filter; null: none is set. */
  readonly clearHref: string | null;
}

/** Rows and filters in one line; a form that works without script. */
export function ReadinessControls(props: ReadinessControlsProps) {
  const { rows, teams, sites, days, chosen, kept, clearHref } = props;
  const dayOptions = days.map((day) => ({ id: day, name: formatDay(day) }));
  const hasDays = days.length > 0 || chosen.asOf !== '';
  const hasFilter = teams.length > 0 || sites.length > 0 || hasDays;
  return (
    <div className="readiness-controls">
      {rows.length > 0 ? <SegmentedLinks label="Rows" options={rows} /> : null}
      {hasFilter ? (
        <Form method="get" className="bar readiness-filter" role="search" aria-label="Filter">
          {Object.entries(kept).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {teams.length > 0 ? (
            <Pick name="team" label="Team" none="All teams" options={teams} value={chosen.team} />
          ) : null}
          {sites.length > 0 ? (
            <Pick name="site" label="Site" none="All sites" options={sites} value={chosen.site} />
          ) : null}
          {hasDays ? (
            <Pick name="asOf" label="As of" none="Today" options={dayOptions} value={chosen.asOf} />
          ) : null}
          {teams.length > 0 && days.length > 0 ? (
            <Pick
              name="since"
              label="Change since"
              none="The release before"
              options={dayOptions}
              value={chosen.since}
            />
          ) : null}
          <Button type="submit">Show</Button>
          {clearHref ? (
            <Link className="link" to={clearHref}>
              Clear
            </Link>
          ) : null}
        </Form>
      ) : null}
    </div>
  );
}

interface PickProps {
  readonly name: string;
  readonly label: string;
  readonly none: string;
  readonly options: readonly Named[];
  readonly value: string;
}

function Pick({ name, label, none, options, value }: PickProps) {
  const id = useId();
  const isKnown = value === '' || options.some((option) => option.id === value);
  return (
    <span className="check">
      <label htmlFor={id}>{label}</label>
      <select key={value} id={id} className="input" name={name} defaultValue={value}>
        <option value="">{none}</option>
        {isKnown ? null : <option value={value}>{value}</option>}
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </select>
    </span>
  );
}
