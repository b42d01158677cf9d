import { Link } from '@remix-run/react';
import type { Heatmap } from '~/modules/capability/queries/get-heatmap';
import { formatCount, formatPeople } from '~/modules/capability/ui/format-figure';
import { searchWith } from './heatmap-state';

interface PeoplePagerProps {
  readonly view: Heatmap;
  readonly search: URLSearchParams;
  readonly offset: number;
  /** The script draws all rows; else the page holds one part of them. */
  readonly endless: boolean;
}

/** Of a list of people that one page does not hold: how many there are, and ways to the others where they are needed. */
export function PeoplePager({ view, search, offset, endless }: PeoplePagerProps) {
  const { total, rows } = view;
  if (total === null || total <= rows.length) return null;
  if (endless) return <p className="pager small">{formatPeople(total)}</p>;
  const to = offset + rows.length;
  const at = (row: number | null) =>
    searchWith(search, { cell: null, offset: row === null ? null : String(row) });
  return (
    <p className="pager">
      <span className="small">
        {formatCount(offset + 1)} to {formatCount(to)} of {formatPeople(total)}
      </span>{' '}
      {offset > 0 ? (
        <Link className="button" to={at(null)}>
          First people
        </Link>
      ) : null}{' '}
      {to < total ? (
        <Link className="button" to={at(to)}>
          Next people
        </Link>
      ) : null}
    </p>
  );
}
