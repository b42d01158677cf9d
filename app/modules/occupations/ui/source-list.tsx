import type { SourceResource } from '../domain/api-schemas';

/** Where everything on the page comes from, with release, licence and attribution. */
export function SourceList({ sources }: { readonly sources: readonly SourceResource[] }) {
  if (sources.length === 0) return <p className="small">No source recorded.</p>;
  return (
    <ul className="sources">
      {sources.map((source) => (
        <li key={JSON.stringify(source)}>
          <SourceEntry source={source} />
        </li>
      ))}
    </ul>
  );
}

/** One source: its name, where it is published, release, licence and the attribution that it asks for. */
export function SourceEntry({ source }: { readonly source: SourceResource }) {
  return (
    <>
      <p>
        <b>{source.name}</b> {releaseWords(source)}
        <span className="small"> · {source.licence ?? 'licence not stated'}</span>
      </p>
      {source.attribution ? <p className="small">{source.attribution}</p> : null}
      {source.url && /^https:\/\//.test(source.url) ? (
        <p className="small">
          <a href={source.url} rel="noreferrer">
            {source.url.replace(/^https:\/\/|\/$/g, '')}
          </a>
        </p>
      ) : null}
    </>
  );
}

const releaseWords = ({ name, release }: SourceResource) => {
  if (release === 'unknown') return 'release unknown';
  return name.includes(release) ? '' : release;
};
