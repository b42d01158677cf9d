import type { SourceResource } from '../domain/api-schemas';

/** Where everything on the page comes from, with licence and attribution. */
export function SourceList({ sources }: { readonly sources: readonly SourceResource[] }) {
  if (sources.length === 0) return <p className="small">No source recorded.</p>;
  return (
    <ul className="sources">
      {sources.map((source) => (
        <li key={JSON.stringify(source)}>
          <b>{source.name}</b> {source.release}
          {source.licence ? <span className="small"> · {source.licence}</span> : null}
          {source.attribution ? <p className="small">{source.attribution}</p> : null}
        </li>
      ))}
    </ul>
  );
}
