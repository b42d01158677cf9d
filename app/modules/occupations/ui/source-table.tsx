import { MomentText } from '~/components/date-text';
import type { LoadedSource } from '../queries/list-loaded-sources';

export interface SourceTableProps {
  /** What a reader who does not see the heading is told. */
  readonly label: string;
  readonly sources: readonly LoadedSource[];
  /** IANA name of the organization's time zone. */
  readonly zone: string;
}

/** Loaded sources: what they are, what they brought, under which licence, and which are served. */
export function SourceTable({ label, sources, zone }: SourceTableProps) {
  return (
    <table className="table source-table" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">Source</th>
          <th scope="col">Release</th>
          <th scope="col" className="number">
            Rows
          </th>
          <th scope="col">Loaded</th>
          <th scope="col">Licence</th>
          <th scope="col">Served</th>
        </tr>
      </thead>
      <tbody>
        {sources.map((source) => (
          <SourceRow key={source.sourceId} source={source} zone={zone} />
        ))}
      </tbody>
    </table>
  );
}

function SourceRow({ source, zone }: { readonly source: LoadedSource; readonly zone: string }) {
  return (
    <tr>
      <th scope="row">
        {source.name}
        <span className="small">
          {source.kind.replaceAll('_', ' ')} from {source.fileName}
        </span>
        <details className="small">
          <summary>Checksum</summary>
          <code>{source.checksum}</code>
        </details>
      </th>
      <td data-label="Release">{source.release}</td>
      <td data-label="Rows" className="number">
        {source.rows === null ? 'none left' : source.rows.toLocaleString('en')}
      </td>
      <td data-label="Loaded">
        <MomentText moment={source.importedAt} zone={zone} />
      </td>
      <td data-label="Licence">
        {source.licence ?? 'not stated'}
        {source.attribution ? <span className="small">{source.attribution}</span> : null}
        {source.url && /^https:\/\//.test(source.url) ? (
          <a className="small source-address" href={source.url} rel="noreferrer">
            {new URL(source.url).host}
          </a>
        ) : null}
      </td>
      <td data-label="Served">{source.served ? <strong>Yes</strong> : 'No'}</td>
    </tr>
  );
}
