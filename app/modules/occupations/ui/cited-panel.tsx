import { Link } from '@remix-run/react';
import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { CitedSource } from '../domain/cited-source';
import { citedWords } from './cited-words';
import { measureName, valueText } from './evidence-words';
import { SourceEntry } from './source-list';

interface CitedPanelProps {
  readonly cited: CitedSource;
  /** Address of the page without the panel. */
  readonly back: string;
  /** Address under which standards have their pages. */
  readonly standards: string;
}

/** A cited source beside the statements: what it is, release, licence, attribution, and what of it is used here. */
export function CitedPanel({ cited, back, standards }: CitedPanelProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef('');
  useEffect(() => {
    if (shown.current !== '' && shown.current !== cited.key) heading.current?.focus({ preventScroll: true });
    shown.current = cited.key;
  }, [cited.key]);
  const { standard, statements, titles } = cited;
  const words = citedWords(cited.key);
  return (
    <aside className="card panel cited-panel" aria-labelledby="cited-title">
      <div className="panel-head">
        <h2 id="cited-title" tabIndex={-1} ref={heading}>
          {standard ? standard.id : words.name}
        </h2>
        <Link className="panel-close" to={back} preventScrollReset aria-label="Close the source">
          <X aria-hidden="true" />
          <span>Back to the statements</span>
        </Link>
      </div>
      <p className="panel-meta">
        cited by {statements} {statements === 1 ? 'statement' : 'statements'} of this framework
      </p>
      {standard ? (
        <CitedStatement standard={standard} place={standards} />
      ) : (
        <>
          {words.what ? <p>{words.what}</p> : null}
          <h3>As the statements cite it</h3>
          <ul className="cited-titles">
            {titles.map((title) => (
              <li key={title}>{title}</li>
            ))}
          </ul>
          <Loaded cited={cited} url={words.url} />
        </>
      )}
    </aside>
  );
}

type Standard = NonNullable<CitedSource['standard']>;

function CitedStatement({ standard, place }: { readonly standard: Standard; readonly place: string }) {
  const { urn, version, id, title, heading, text } = standard;
  const number = id.slice(id.indexOf('#') + 1);
  const to = `${place}/${encodeURIComponent(urn)}?version=${encodeURIComponent(version)}#${number}`;
  return (
    <>
      <p className="small">{heading}</p>
      <blockquote className="cited-text">{text}</blockquote>
      <p>
        <Link to={to}>{title}</Link> <span className="small">version {version}</span>
      </p>
    </>
  );
}

function Loaded({
  cited: { sources, evidence },
  url,
}: {
  readonly cited: CitedSource;
  readonly url: string | null;
}) {
  return (
    <>
      {evidence.length > 0 ? (
        <>
          <h3>In the evidence pack</h3>
          <dl className="cited-figures">
            {evidence.map((row) => (
              <div key={`${row.release} ${row.measure} ${row.precision ?? ''}`}>
                <dt>
                  {measureName(row.measure)} <span className="small">{row.release}</span>
                </dt>
                <dd>{valueText(row)}</dd>
              </div>
            ))}
          </dl>
        </>
      ) : null}
      <h3>Release and licence</h3>
      {sources.length > 0 ? (
        <ul className="sources">
          {sources.map((source) => (
            <li key={JSON.stringify(source)}>
              <SourceEntry source={source} />
            </li>
          ))}
        </ul>
      ) : (
        <p className="small">
          No file of this source is loaded: the words above are those of the framework's own document.
        </p>
      )}
      {url ? (
        <p className="small">
          Published at{' '}
          <a href={url} rel="noreferrer">
            {url.replace(/^https:\/\//, '')}
          </a>
        </p>
      ) : null}
    </>
  );
}
