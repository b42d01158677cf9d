import type { PrivacyBlock, PrivacyDocument } from '../domain/privacy/privacy-document';

/** A document of the privacy pack, without its title: the page says that. */
export function PrivacyDocumentView({ document }: { readonly document: PrivacyDocument }) {
  return (
    <div className="document">
      {document.sections.map(({ heading, blocks }) => (
        <section key={heading} aria-label={heading}>
          <h2>{heading}</h2>
          {blocks.map((block) => (
            <Block key={keyOf(block)} block={block} />
          ))}
        </section>
      ))}
    </div>
  );
}

function keyOf(block: PrivacyBlock): string {
  if (block.kind === 'text') return block.text;
  return block.kind === 'list' ? block.items.join() : block.label;
}

function Block({ block }: { readonly block: PrivacyBlock }) {
  if (block.kind === 'text') return <p>{block.text}</p>;
  if (block.kind === 'list')
    return (
      <ul>
        {block.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    );
  const [first = '', ...heads] = block.head;
  return (
    <table className="table" aria-label={block.label}>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          {heads.map((head) => (
            <th scope="col" key={head}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {block.rows.map(([name = '', ...cells]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {heads.map((head, index) => (
              <td key={head} data-label={head}>
                {cells[index] ?? ''}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
