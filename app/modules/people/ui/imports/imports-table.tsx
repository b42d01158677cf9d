import { Link } from '@remix-run/react';
import { MomentText } from '~/components/date-text';
import { importStateWords } from '../../domain/imports/import-words';
import type { ListedImport } from '../../queries/list-imports';

export interface ImportsTableProps {
  readonly imports: readonly ListedImport[];
  /** IANA name of the organization's time zone. */
  readonly zone: string;
  readonly base: string;
}

/** Imports with what became of them, each leading to its page. */
export function ImportsTable({ imports, zone, base }: ImportsTableProps) {
  return (
    <table className="table source-table" aria-label="Latest imports">
      <thead>
        <tr>
          <th scope="col">Uploaded</th>
          <th scope="col">File</th>
          <th scope="col">State</th>
          <th scope="col">New</th>
          <th scope="col">Changed</th>
          <th scope="col">Rejected</th>
        </tr>
      </thead>
      <tbody>
        {imports.map(({ importId, askedAt, fileName, kind, state, work, counts }) => (
          <tr key={importId}>
            <th scope="row">
              <Link className="link" to={`${base}/imports/${importId}`}>
                <MomentText moment={askedAt} zone={zone} />
              </Link>
            </th>
            <td data-label="File">
              {fileName}
              {kind === 'employees' ? null : <span className="small"> ({kind})</span>}
            </td>
            <td data-label="State">{importStateWords(state, work)}</td>
            <td data-label="New">{counts?.created.toLocaleString('en') ?? ''}</td>
            <td data-label="Changed">{counts?.changed.toLocaleString('en') ?? ''}</td>
            <td data-label="Rejected">{counts?.rejected.toLocaleString('en') ?? ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
