import { Link } from '@remix-run/react';
import { Card } from '~/components/card';
import { ROLE_BAND_LABELS } from '~/modules/people/domain/role-band';
import type { ListedPosition } from '~/modules/people/queries/list-positions';
import { missingWords } from '~/modules/people/ui/missing-words';

interface PositionTableProps {
  readonly rows: readonly ListedPosition[];
  /** Of occupations, by code. */
  readonly titles: Readonly<Record<string, string>>;
  readonly total: number;
  readonly base: string;
  readonly detailed: boolean;
}

/** Posts with who holds them and what is missing. */
export function PositionTable({ rows, titles, total, base, detailed }: PositionTableProps) {
  return (
    <Card title={total === 1 ? '1 position' : `${total.toLocaleString('en')} positions`} padded={false}>
      <table className="table source-table" aria-label="Positions">
        <thead>
          <tr>
            <th scope="col">Position</th>
            <th scope="col">Held by</th>
            <th scope="col">Team</th>
            <th scope="col">Occupation and band</th>
            <th scope="col">Own profile</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link className="link" to={`${base}/positions/${row.id}`}>
                  {row.title}
                </Link>
                <span className="small">
                  {row.externalId}
                  {row.critical ? ', critical' : null}
                </span>
              </th>
              <td data-label="Held by">
                <Holder incumbent={row.incumbent} />
              </td>
              <td data-label="Team">
                {row.team ?? 'a team that is no more'}
                {detailed && row.site ? <span className="small">{row.site}</span> : null}
              </td>
              <td data-label="Occupation and band">
                {row.soc ? (titles[row.soc] ?? row.soc) : 'none'}
                {row.roleBand ? <span className="small">{ROLE_BAND_LABELS[row.roleBand]}</span> : null}
              </td>
              <td data-label="Own profile">
                {row.asked === 0 ? '' : row.asked === 1 ? '1 dimension' : `${row.asked} dimensions`}
                {row.missing ? <span className="small">{missingWords(row.missing)}</span> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

/** Who holds a post, or that nobody does. */
export function Holder({ incumbent }: Pick<ListedPosition, 'incumbent'>) {
  if (!incumbent) return <>vacant</>;
  return (
    <>
      {incumbent.name}
      {incumbent.left ? <span className="small">has left; nobody follows yet</span> : null}
    </>
  );
}
