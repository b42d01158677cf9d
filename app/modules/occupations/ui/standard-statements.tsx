import type { StandardResource } from '../domain/standard-schemas';

/** Criteria or knowledge items under their headings; each has the number under which it is cited as its address. */
export function StandardStatements({ headings }: { readonly headings: StandardResource['performance'] }) {
  if (headings.length === 0) return <p className="small">The standard has none.</p>;
  return (
    <>
      {headings.map(({ heading, statements }) => (
        <section key={statements[0]?.id ?? heading} className="word-group">
          <h3>{heading || 'Without a heading'}</h3>
          <ol className="criteria">
            {statements.map(({ id, text }) => {
              const number = id.slice(id.indexOf('#') + 1);
              return (
                <li key={id} id={number}>
                  <a href={`#${number}`} title={`Cited as ${id}`}>
                    {number}
                  </a>
                  <span>{text}</span>
                </li>
              );
            })}
          </ol>
        </section>
      ))}
    </>
  );
}
