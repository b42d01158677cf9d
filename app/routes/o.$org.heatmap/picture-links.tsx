import { useEffect, useState } from 'react';

interface PictureLinksProps {
  /** Address of the view's SVG. */
  readonly to: string;
}

/** The view as a picture: an SVG of the server, and once the script has started a PNG made of it here. */
export function PictureLinks({ to }: PictureLinksProps) {
  const [isReady, setReady] = useState(false);
  const [said, say] = useState('');
  useEffect(() => setReady(true), []);
  return (
    <>
      <a className="button" data-variant="quiet" href={to} download>
        Export<span className="sr-only"> this view</span> SVG
      </a>
      {isReady ? (
        <button
          type="button"
          className="button"
          data-variant="quiet"
          onClick={() => {
            say('The picture is being made.');
            import('./save-png')
              .then(({ savePng }) => savePng(to))
              .then(
                () => say(''),
                () => say('The picture could not be made here; take the SVG.'),
              );
          }}
        >
          Export<span className="sr-only"> this view</span> PNG
        </button>
      ) : null}
      <span className="small" role="status">
        {said}
      </span>
    </>
  );
}
