import { Form, Link } from '@remix-run/react';
import { Button } from '~/components/button';

interface TeamsFilterProps {
  readonly query: string;
  readonly asOf: string;
  readonly expandAll: boolean;
  /** Whether every branch of the tree is open anyway. */
  readonly isSmall: boolean;
}

/** Search by name, the day, and whether every branch is open; all in the address. */
export function TeamsFilter({ query, asOf, expandAll, isSmall }: TeamsFilterProps) {
  const search = new URLSearchParams({ asOf });
  if (!expandAll) search.set('expand', 'all');
  return (
    <Form method="get" className="bar team-filter" role="search">
      <label className="team-filter-field">
        Name
        <input key={query} className="input" type="search" name="q" defaultValue={query} maxLength={200} />
      </label>
      <label className="team-filter-field">
        On
        <input
          key={asOf}
          className="input"
          type="date"
          name="asOf"
          defaultValue={asOf}
          min="1900-01-01"
          max="2199-12-31"
        />
      </label>
      <Button type="submit">Show</Button>
      {query === '' ? (
        isSmall ? null : (
          <Link className="link" to={`?${search}`}>
            {expandAll ? 'Close branches' : 'Open all branches'}
          </Link>
        )
      ) : (
        <Link className="link" to={`?asOf=${asOf}`}>
          The whole tree
        </Link>
      )}
    </Form>
  );
}
