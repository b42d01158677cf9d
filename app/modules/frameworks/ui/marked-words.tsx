import { Fragment } from 'react';
import type { WordRun } from '../domain/versions/word-difference';

/** A text in which words that came and went are marked: underlined and struck out, and named to screen readers. */
export function MarkedWords({ runs }: { readonly runs: readonly WordRun[] }) {
  return (
    <>
      {runs.map((run, index) => (
        <Fragment key={run.at}>
          {index > 0 ? ' ' : null}
          <Run run={run} />
        </Fragment>
      ))}
    </>
  );
}

function Run({ run: { kind, text } }: { readonly run: WordRun }) {
  if (kind === 'same') return <>{text}</>;
  const Mark = kind === 'removed' ? 'del' : 'ins';
  return (
    <Mark>
      <span className="sr-only">{kind}: </span>
      {text}
    </Mark>
  );
}
