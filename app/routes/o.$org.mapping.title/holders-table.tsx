import { Card } from '~/components/card';

interface HoldersTableProps {
  readonly holders: readonly {
    readonly employeeId: string;
    readonly name: string;
    readonly externalId: string;
    readonly title: string;
    readonly held: readonly {
      readonly soc: string;
      readonly title: string;
      readonly share: number;
      readonly confirmed: boolean;
    }[];
  }[];
  /** All of them, also who is not listed. */
  readonly people: number;
}

/** The people of a title with what they are held as; those ticked can be mapped differently. */
export function HoldersTable({ holders, people }: HoldersTableProps) {
  return (
    <Card title="People" padded={false}>
      <table className="table source-table" aria-label="People">
        <thead>
          <tr>
            <th scope="col">Person</th>
            <th scope="col">Title</th>
            <th scope="col">Held as</th>
          </tr>
        </thead>
        <tbody>
          {holders.map(({ employeeId, name, externalId, title, held }) => (
            <tr key={employeeId}>
              <th scope="row">
                <label className="check">
                  <input type="checkbox" name="person" value={employeeId} /> {name}
                </label>
                <span className="small">{externalId}</span>
              </th>
              <td data-label="Title">{title}</td>
              <td data-label="Held as">
                {held.length === 0 ? 'unmapped' : null}
                {held.map((one) => (
                  <span key={one.soc} className="small">
                    {one.title}
                    {one.share < 100 ? ` ${one.share} %` : ''}
                    {one.confirmed ? '' : ' (proposed)'}
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {people > holders.length ? (
        <p className="mapping-keys small needs-script">
          The first {holders.length.toLocaleString('en')} of {people.toLocaleString('en')} people are listed.
        </p>
      ) : null}
    </Card>
  );
}
