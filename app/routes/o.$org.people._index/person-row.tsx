import { Link } from '@remix-run/react';
import type { Ref } from 'react';
import { DayText } from '~/components/date-text';
import type { PersonLine } from './describe-rows';

interface PersonRowProps {
  readonly line: PersonLine;
  /** Number of the row in the whole list, from 0. */
  readonly index: number;
  /** null where nobody is chosen here. */
  readonly choice: {
    readonly checked: boolean | undefined;
    readonly onChange: (checked: boolean) => void;
  } | null;
  readonly measure?: Ref<HTMLTableRowElement>;
}

/** One person of the list. */
export function PersonRow({ line, index, choice, measure }: PersonRowProps) {
  const { id, name, to, title, team, site, manager, occupations, details } = line;
  return (
    // The header is row 1.
    <tr data-index={index} aria-rowindex={index + 2} ref={measure}>
      {choice ? (
        <td className="people-choice">
          <label className="check">
            <span className="sr-only">Choose {name}</span>
            <input
              type="checkbox"
              name="id"
              value={id}
              {...(choice.checked === undefined ? {} : { checked: choice.checked })}
              onChange={(event) => choice.onChange(event.currentTarget.checked)}
            />
          </label>
        </td>
      ) : null}
      <th scope="row">
        {to ? (
          <Link className="link" to={to}>
            <bdi>{name}</bdi>
          </Link>
        ) : (
          <bdi>{name}</bdi>
        )}
        {details ? <span className="small">{details.externalId}</span> : null}
      </th>
      <td data-label="Title">{title}</td>
      <td data-label="Team">{team || <None />}</td>
      <td data-label="Site">{site || <None />}</td>
      <td data-label="Occupation">
        {occupations.length === 0 ? <None /> : null}
        {occupations.map((one) => (
          <span key={one.soc} className="people-occupation">
            {one.title} <span className="small">{one.detail}</span>
          </span>
        ))}
      </td>
      <td data-label="Manager">{manager ? <bdi>{manager}</bdi> : <None />}</td>
      {details ? <Details {...details} /> : null}
    </tr>
  );
}

function Details({ status, beginsOn, kind, availability, isAvailable }: NonNullable<PersonLine['details']>) {
  return (
    <>
      <td data-label="Status">
        {beginsOn ? (
          <>
            Starts <DayText day={beginsOn} />
          </>
        ) : (
          status
        )}
      </td>
      <td data-label="Kind">{kind}</td>
      <td data-label="Availability">{isAvailable ? availability : <strong>{availability}</strong>}</td>
    </>
  );
}

const None = () => <span className="small">none</span>;
