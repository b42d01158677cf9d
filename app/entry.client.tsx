import { RemixBrowser } from '@remix-run/react';
import { startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';

/**
 * Has Remix decode the data that came with the page. RemixBrowser throws the promise of it before anything else. Were
 * it thrown while React takes the page over, a key or a click in that moment would end with React's error 345 (a root
 * that suspends cannot answer input), and the page would stay without its script.
 */
async function decodeData(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (decoding) {
    await decoding;
  }
}

void decodeData().then(() => startTransition(() => void hydrateRoot(document, <RemixBrowser />)));
