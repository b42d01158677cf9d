import { Link } from '@remix-run/react';
import { MomentText } from '~/components/date-text';
import { DOCUMENT_LABELS, PRIVACY_DOCUMENTS } from '~/modules/capability/domain/privacy/privacy-document';

export interface ListedVersion {
  readonly version: number;
  readonly publisher: string;
  readonly publishedAt: string;
}

interface VersionsTableProps {
  readonly versions: readonly ListedVersion[];
  readonly zone: string;
  /** Address of this page. */
  readonly path: string;
}

/** Everything that was published; each version is kept as it was. */
export function VersionsTable({ versions, zone, path }: VersionsTableProps) {
  return (
    <table className="table source-table" aria-label="Versions">
      <thead>
        <tr>
          <th scope="col">Version</th>
          <th scope="col">Published</th>
          <th scope="col">Documents</th>
        </tr>
      </thead>
      <tbody>
        {versions.map(({ version, publisher, publishedAt }) => (
          <tr key={version}>
            <th scope="row">Version {version}</th>
            <td data-label="Published">
              <MomentText moment={publishedAt} zone={zone} /> by {publisher}
            </td>
            <td data-label="Documents">
              <span className="toolbar">
                {PRIVACY_DOCUMENTS.map((name) => (
                  <Link key={name} className="button" to={`${path}/${name}?version=${version}`}>
                    {DOCUMENT_LABELS[name]}
                    <span className="sr-only">, version {version}</span>
                  </Link>
                ))}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
