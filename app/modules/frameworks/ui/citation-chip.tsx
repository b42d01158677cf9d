import { Link } from '@remix-run/react';
import { useContext } from 'react';
import type { Citation } from '../domain/document';
import { CitationAddress } from './citation-address';
import { shortSource } from './citation-key';

/** The short name of a cited source; where the page can show the source, a link that opens it. */
export function CitationChip({ citation }: { readonly citation: Citation }) {
  const addressOf = useContext(CitationAddress);
  const { source, title } = citation;
  const name = shortSource(source);
  if (!addressOf) {
    return (
      <abbr className="cite" title={title}>
        {name}
      </abbr>
    );
  }
  return (
    <Link className="cite" title={title} to={addressOf(citation)} preventScrollReset>
      {name}
    </Link>
  );
}
