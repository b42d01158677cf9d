import type { DocumentDifference } from '../domain/privacy/compare-documents';

/** What differs between two versions of a document. */
export function PrivacyDifference({ differences }: { readonly differences: readonly DocumentDifference[] }) {
  return (
    <div className="document settings-difference">
      {differences.map(({ heading, removed, added }) => (
        <section key={heading} aria-label={heading}>
          <h3>{heading}</h3>
          <ul>
            {removed.map((line) => (
              <li key={`-${line}`}>
                <span className="sr-only">Before: </span>
                <del>{line}</del>
              </li>
            ))}
            {added.map((line) => (
              <li key={`+${line}`}>
                <span className="sr-only">Now: </span>
                <ins>{line}</ins>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
