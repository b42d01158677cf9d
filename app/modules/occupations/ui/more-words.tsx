/** How many stand there at once; the rest opens on demand. */
const FIRST = 12;

interface MoreWordsProps {
  readonly words: readonly string[];
  /** Names what the rest is, such as "alternate titles". */
  readonly noun: string;
}

/** A long list of short texts: the first dozen, and the rest behind a disclosure. */
export function MoreWords({ words, noun }: MoreWordsProps) {
  const rest = words.slice(FIRST);
  return (
    <>
      <WordList words={words.slice(0, FIRST)} />
      {rest.length > 0 ? (
        <details className="disclosure">
          <summary>
            {rest.length} more {noun}
          </summary>
          <WordList words={rest} />
        </details>
      ) : null}
    </>
  );
}

function WordList({ words }: { readonly words: readonly string[] }) {
  return (
    <ul className="words">
      {words.map((word) => (
        <li key={word}>{word}</li>
      ))}
    </ul>
  );
}
