import { Link } from '@remix-run/react';

interface SiteTableProps {
  readonly sites: readonly {
    readonly siteId: string;
    readonly name: string;
    readonly people: number | null;
  }[];
  readonly base: string;
  readonly mayWrite: boolean;
}

/** The sites by name; people link to the list of those who are there. */
export function SiteTable({ sites, base, mayWrite }: SiteTableProps) {
  return (
    <table className="table source-table" aria-label="Sites">
      <thead>
        <tr>
          <th scope="col">Site</th>
          <th scope="col">People</th>
        </tr>
      </thead>
      <tbody>
        {sites.map(({ siteId, name, people }) => (
          <tr key={siteId}>
            <th scope="row">
              {mayWrite ? (
                <Link className="link" to={`${base}/sites/${siteId}`}>
                  {name}
                </Link>
              ) : (
                name
              )}
            </th>
            <td data-label="People">
              <Link className="link" to={`${base}/people?site=${siteId}`}>
                {people === null ? 'Show' : people.toLocaleString('en')}
                <span className="sr-only"> at {name}</span>
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
