import { EmptyState } from '~/components/empty-state';
import { Notice } from '~/components/notice';
import { RefreshWithoutScript } from '~/components/refresh-without-script';

export interface PreparingReleasedProps {
  /** What the page shows meanwhile: nothing, rows that are live, or rows of an earlier release too. */
  readonly meanwhile: 'nothing' | 'live' | 'earlier';
}

const TITLE = 'The released figures for your view are being prepared';

/** Stands where released figures will be; the page loads itself again until they are there, with and without script. */
export function PreparingReleased({ meanwhile }: PreparingReleasedProps) {
  return (
    <>
      <RefreshWithoutScript />
      {meanwhile === 'nothing' ? (
        <EmptyState title={TITLE}>
          A background job leaves out the people whose records you may read, so that nobody else’s level can
          be worked out. That is done once for each release and takes seconds, in a large organization
          minutes. This page renews itself.
        </EmptyState>
      ) : (
        <Notice
          title={meanwhile === 'live' ? TITLE : 'Newer released figures for your view are being prepared'}
        >
          <p>
            {meanwhile === 'live'
              ? 'Your own teams are shown. The others follow when a background job has left out the people whose records you may read. This page renews itself.'
              : 'Until then the ones before are shown, with their day. This page renews itself.'}
          </p>
        </Notice>
      )}
    </>
  );
}
