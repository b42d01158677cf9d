import { Link, useSearchParams } from '@remix-run/react';
import { useState } from 'react';
import { readHeatmapState } from './heatmap-state';
import { stateSearch } from './state-search';

/** What can be done with the view of the address: compare two of its groups, keep it, send it on. */
export function HeatmapTools({ base }: { readonly base: string }) {
  const [search] = useSearchParams();
  const [copied, setCopied] = useState('');
  const text = stateSearch(readHeatmapState(search));
  const state = text && `?${text}`;
  return (
    <>
      <Link className="button" to={`${base}/heatmap/compare${state}`}>
        Compare groups
      </Link>
      <Link className="button" to={`${base}/heatmap/views${state}`}>
        Saved views
      </Link>
      {/* Without script it is the view's own address, to be copied from the browser's menu. */}
      <a
        className="button"
        href={`${base}/heatmap${state}`}
        onClick={(event) => {
          const link = event.currentTarget.href;
          if (!navigator.clipboard) return;
          event.preventDefault();
          navigator.clipboard.writeText(link).then(
            () => setCopied('Link copied: it shows others what their role allows.'),
            () => setCopied('The browser did not allow copying; copy the address of the page.'),
          );
        }}
      >
        Copy link
      </a>
      <span className="small" role="status">
        {copied}
      </span>
    </>
  );
}
